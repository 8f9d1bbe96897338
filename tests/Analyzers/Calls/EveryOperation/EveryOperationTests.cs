using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DoOAuth.Catalog.Embedded;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace DoOAuth.Analyzers.Tests.Calls.EveryOperation;

/// <summary>Every operation of the API, called in every way in which people write a call.</summary>
public sealed class EveryOperationTests(ITestOutputHelper output)
{
    private static readonly CallShape[] Shapes = [.. AddressShapes.All, .. SendShapes.All, .. ClientShapes.All];

    [Fact]
    public async Task Every_call_whose_scope_is_not_declared_is_reported_once_and_by_its_scope()
    {
        var (expected, found, faults) = (0, 0, new ConcurrentQueue<string>());
        await ForEachShapeAsync(async (shape, project) =>
        {
            var reports = await project.ReportsAsync([]);
            foreach (var (line, operation) in project.Operations.Index())
            {
                var needs = operation.Operation.Scopes.ToString();
                var own = reports[line].Where(diagnostic => diagnostic.Id == "DOO102").ToList();
                var right = own.Where(diagnostic => IsFor(diagnostic, operation, needs)).DistinctBy(diagnostic => diagnostic.Location).Count();
                var wanted = needs.Length == 0 ? 0 : shape.Requests;
                Interlocked.Add(ref expected, wanted);
                Interlocked.Add(ref found, Math.Min(right, wanted));
                if (own.Count != wanted || right != own.Count)
                {
                    faults.Enqueue($"{shape.Name}: {operation.Operation.Method} {operation.Operation.Path}: {wanted} wanted, reported {Text(own)}");
                }
            }
        });
        output.WriteLine($"{Shapes.Length} ways × {OperationCase.All.Count} operations: {expected} calls need a scope, {found} of them reported ({(double)found / expected:P3}), {faults.Count} faults.");
        Show(faults);
    }

    [Fact]
    public async Task No_call_whose_scope_is_declared_is_reported_unless_it_is_deprecated()
    {
        var (calls, faults) = (0, new ConcurrentQueue<string>());
        var declared = BundledCatalogs.Operations.Entries.SelectMany(operation => operation.Scopes.Mentioned).Distinct().ToList();
        await ForEachShapeAsync(async (shape, project) =>
        {
            var reports = await project.ReportsAsync(declared);
            foreach (var (line, operation) in project.Operations.Index())
            {
                Interlocked.Add(ref calls, shape.Requests);
                var own = reports[line].ToList();
                if (operation.Operation.IsDeprecated ? own.Count != shape.Requests || own.Any(diagnostic => diagnostic.Id != "DOO105") : own.Count > 0)
                {
                    faults.Enqueue($"{shape.Name}: {operation.Operation.Method} {operation.Operation.Path}: {Text(own)}");
                }
            }
        });
        output.WriteLine($"{calls} calls with their scopes declared: {faults.Count} false reports.");
        Show(faults);
    }

    [Fact]
    public async Task No_call_of_somebody_elses_api_is_reported()
    {
        var (calls, faults) = (0, new ConcurrentQueue<string>());
        await ForEachShapeAsync(async (shape, project) =>
        {
            Interlocked.Add(ref calls, project.Operations.Count * shape.Requests);
            foreach (var own in await project.ReportsAsync([], isElsewhere: true))
            {
                faults.Enqueue($"{shape.Name}: {project.Operations[own.Key].Operation.Method} {project.Operations[own.Key].Operation.Path}: {Text(own)}");
            }
        });
        output.WriteLine($"{calls} calls of somebody else's API: {faults.Count} false reports.");
        Show(faults);
    }

    private async Task ForEachShapeAsync(Func<CallShape, CallProject, Task> test)
    {
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Shapes, async (shape, _) => await test(shape, CallProject.Of(shape)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:N1} s"));
    }

    private void Show(IReadOnlyCollection<string> faults)
    {
        foreach (var fault in faults.Take(40))
        {
            output.WriteLine(fault);
        }

        Assert.Empty(faults);
    }

    private static bool IsFor(Diagnostic diagnostic, OperationCase operation, string needs) =>
        diagnostic.Properties["Scopes"] == needs
        && diagnostic.GetMessage(CultureInfo.InvariantCulture).StartsWith($"{operation.Operation.Method} {operation.Operation.Path} needs the scope", StringComparison.Ordinal);

    private static string Text(IEnumerable<Diagnostic> diagnostics) =>
        string.Join(" | ", diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}").DefaultIfEmpty("nothing"));
}
