using BenchmarkDotNet.Environments;
using DoOAuth.Benchmarks;
using DoOAuth.Benchmarks.Analyzers;
using DoOAuth.Benchmarks.Editor;
using DoOAuth.Benchmarks.FirstRun;
using DoOAuth.Benchmarks.Generators;
using DoOAuth.Benchmarks.Growth;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Benchmarks.Reporting;

if (args is [CompilerWithGenerator.Command, .. var first])
{
    return CompilerWithGenerator.Run(first);
}

Subject[] subjects = [new AnalyzersSubject(), new RulesSubject(), new GeneratorSubject(), new FirstRunSubject(), new EditorSubject(), new GrowthSubject(), new FileGrowthSubject()];

if (Options.Read(args) is not { } options || !subjects.Any(subject => subject.Name == options.Subject))
{
    await Console.Out.WriteLineAsync($"""
        Measures DoOAuth beside what it is compared with, in one run.

            dotnet run -c Release --project tests/Benchmarks -- NAME [--rounds N] [--write]

        {string.Join('\n', subjects.Select(subject => $"  {subject.Name,-12}  {subject.Summary}"))}

          --rounds N    how many rounds count
          --write       put the tables into docs/performance.md
        """);
    return args is [] or ["help"] ? 0 : 2;
}

await using var subject = subjects.Single(subject => subject.Name == options.Subject);
if (subject.IsInCompiler && !CompilerProcess.IsThis)
{
    return await CompilerProcess.RunAgainAsync(args);
}

var experiments = await subject.PrepareAsync();
HostEnvironmentInfo? machine = null;
foreach (var experiment in experiments)
{
    await Console.Out.WriteLineAsync($"Measuring: {experiment.Title}");
    machine = RoundBenchmark.Run(experiment, options.Rounds).HostEnvironmentInfo;
}

var section = PerformancePage.Section(subject, experiments, machine!, TimeProvider.System);
await Console.Out.WriteLineAsync(section);
if (options.Write)
{
    PerformancePage.Write(subject, experiments, section);
}

return 0;
