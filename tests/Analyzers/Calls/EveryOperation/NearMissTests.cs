using System.Collections.Concurrent;
using System.Globalization;
using DoOAuth.Catalog;
using Xunit.Abstractions;

namespace DoOAuth.Analyzers.Tests.Calls.EveryOperation;

/// <summary>Calls that miss an operation by a little: each is reported as no operation, unless it is another one.</summary>
public sealed class NearMissTests(ITestOutputHelper output)
{
    private static readonly string[] Verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    [Fact]
    public Task A_misspelt_segment_is_reported_with_the_operation_that_was_meant() => ReportsAsync(
        operation => Misspelled(operation.Literal).Concat(Misspelled(operation.Interpolated)).Select(path => (operation.Operation.Method, path)),
        operation => [$" {operation.Operation.Path}."],
        leastNamed: 0.97);

    [Fact]
    public Task A_segment_too_many_is_reported() => ReportsAsync(
        operation => [(operation.Operation.Method, operation.Literal + "/nonsense"), (operation.Operation.Method, operation.Interpolated + "/nonsense")],
        operation => [$" {operation.Operation.Path}.", "The path accepts "],
        leastNamed: 0.95);

    [Fact]
    public Task A_missing_version_is_reported_with_the_operation_that_was_meant() => ReportsAsync(
        operation => [(operation.Operation.Method, operation.Literal[3..]), (operation.Operation.Method, operation.Interpolated[4..])],
        operation => [$"The nearest operation is {operation.Operation.Method} {operation.Operation.Path}."],
        leastNamed: 1);

    [Fact]
    public Task A_verb_that_the_path_does_not_have_is_reported_with_those_that_it_has() => ReportsAsync(
        operation => Verbs.Where(verb => verb != operation.Operation.Method).SelectMany(verb => new[] { (verb, operation.Literal), (verb, operation.Interpolated) }),
        operation => [operation.Operation.Method],
        leastNamed: 1);

    private async Task ReportsAsync(
        Func<OperationCase, IEnumerable<(string Verb, string Path)>> misses, Func<OperationCase, string[]> names, double leastNamed)
    {
        var (project, calls) = (new CallProject(), new List<(string Verb, string Path)>());
        foreach (var operation in OperationCase.All)
        {
            foreach (var (verb, path) in misses(operation).Where(miss => !OperationCase.All.Any(other => other.Operation.Method == miss.Verb && other.Fits(miss.Path))))
            {
                project.Add(operation, OperationCase.Call(verb, "client", $"$\"{path}\""));
                calls.Add((verb, path));
            }
        }

        var (reports, faults, named) = (await project.ReportsAsync([]), new ConcurrentQueue<string>(), 0);
        foreach (var (line, operation) in project.Operations.Index())
        {
            if (reports[line].ToList() is [{ Id: "DOO105" } only])
            {
                var message = only.GetMessage(CultureInfo.InvariantCulture);
                if (names(operation).Any(name => message.Contains(name, StringComparison.Ordinal)))
                {
                    named++;
                }
                else
                {
                    output.WriteLine($"{calls[line]} for {operation.Operation.Method} {operation.Operation.Path}: {message}");
                }
            }
            else
            {
                faults.Enqueue($"{calls[line]}: {string.Join(" | ", reports[line].Select(report => report.GetMessage(CultureInfo.InvariantCulture)).DefaultIfEmpty("nothing"))}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{calls.Count} near misses: {calls.Count - faults.Count} reported, {named} with what was meant ({(double)named / calls.Count:P2})."));
        Assert.Empty(faults);
        Assert.InRange((double)named / calls.Count, leastNamed, 1);
    }

    // Each word but the version, without its last letter.
    private static IEnumerable<string> Misspelled(string path)
    {
        var segments = OperationIndex.SegmentsOf(path);
        for (var index = 1; index < segments.Length; index++)
        {
            if (segments[index].Length > 3 && char.IsAsciiLetterLower(segments[index][0]))
            {
                yield return "/" + string.Join("/", [.. segments[..index], segments[index][..^1], .. segments[(index + 1)..]]);
            }
        }
    }
}
