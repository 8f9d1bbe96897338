using BenchmarkDotNet.Environments;
using DoOAuth.Benchmarks;
using DoOAuth.Benchmarks.FirstRun;
using DoOAuth.Benchmarks.Measuring;
using DoOAuth.Benchmarks.Reporting;

if (args is [CompilerWithGenerator.Command, .. var first])
{
    return CompilerWithGenerator.Run(first);
}

if (Options.Read(args) is not { } options || !Subjects.All.Any(subject => subject.Name == options.Subject))
{
    await Console.Out.WriteLineAsync($"""
        Measures DoOAuth and what it is compared with, in one run.

            dotnet run -c Release --project tests/Benchmarks -- NAME [--rounds N] [--write]

        {string.Join('\n', Subjects.All.Select(subject => $"  {subject.Name,-12}  {subject.Summary}"))}

          --rounds N    the number of measured rounds
          --write       write the tables to tests/Benchmarks/Results/NAME.md
        """);
    return args is [] or ["help"] ? 0 : 2;
}

await using var subject = Subjects.All.Single(subject => subject.Name == options.Subject);
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

var section = ResultPage.Section(subject, experiments, machine!, TimeProvider.System);
await Console.Out.WriteLineAsync(section);
if (options.Write)
{
    ResultPage.Write(subject, experiments, section);
}

return 0;
