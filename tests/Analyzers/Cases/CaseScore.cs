using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Tests.Cases;

/// <summary>How a rule's reports on a program compare with its marks.</summary>
/// <param name="Found">The reports that had to be there and are.</param>
/// <param name="Missed">The marks without a report.</param>
/// <param name="False">The reports that nothing asks for.</param>
internal sealed record CaseScore(IReadOnlyList<string> Found, IReadOnlyList<string> Missed, IReadOnlyList<string> False)
{
    /// <summary>The rules that are scored.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["DOO101", "DOO102", "DOO103", "DOO104", "DOO105", "DOO106"];

    // Programs about other rules have texts in their paths as people write them.
    private const string Suggestion = "DOO106";

    /// <summary>Scores a program's reports of one rule.</summary>
    public static CaseScore Of(IReadOnlyList<CaseMark> marks, IReadOnlyList<Diagnostic> reports, string rule)
    {
        var ofRule = marks.Where(mark => mark.Rule == rule).ToList();
        var said = reports.Where(report => report.Id == rule && (rule != Suggestion || ofRule.Count > 0)).ToList();
        var expected = ofRule.Where(mark => mark.Kind == CaseMarkKind.Expect).ToLookup(mark => IsMet(mark, ofRule, said));
        return new CaseScore(
            [.. expected[true].Select(mark => mark.ToString())],
            [.. expected[false].Select(mark => mark.ToString())],
            [.. said.Where(report => !ofRule.Any(mark => IsAt(mark, report))).Select(report => $"{report.Location.GetMappedLineSpan()}: {report.GetMessage()}")]);
    }

    private static bool IsMet(CaseMark expected, IEnumerable<CaseMark> marks, IReadOnlyList<Diagnostic> reports) => marks
        .Where(mark => mark == expected || (mark.Kind == CaseMarkKind.Or && mark.Group == expected.Group))
        .Any(mark => reports.Any(report => IsAt(mark, report) && Names(report, expected.Scope)));

    private static bool IsAt(CaseMark mark, Diagnostic report) =>
        report.Location.GetMappedLineSpan() is var span && span.Path == mark.File && span.StartLinePosition.Line + 1 == mark.Line;

    private static bool Names(Diagnostic report, string scope) => report.GetMessage().Contains(scope, StringComparison.Ordinal);
}
