using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace DoOAuth.Benchmarks.Measuring;

/// <summary>A column whose value is told by the case's name.</summary>
internal sealed class CaseColumn(string title, Func<string, string> value) : IColumn
{
    public string Id => title;

    public string ColumnName => title;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => title;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => value((string)benchmarkCase.Parameters[nameof(AnalyzerBenchmarks.Case)]);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;
}
