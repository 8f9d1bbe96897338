using DoOAuth.Analyzers.Reporting;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Calls;

/// <summary>DOO106: a text that the caller decides is part of a path.</summary>
internal static class PathTextReports
{
    public const string RuleId = "DOO106";

    private const string Title = "A text that the caller decides is part of a path";

    private const string Message = "The caller decides what '{0}' is, and '..' in it leads to another operation, even if it is escaped. Use DigitalOceanPath.Segment, or a type such as long.";

    /// <summary>Reported at the text. The additional location is the call that escapes it, if there is one.</summary>
    public static readonly DiagnosticDescriptor Rule = new(
        RuleId, Title, Message, RulePages.Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RulePages.For(RuleId));

    /// <summary>The same, reported at the end of the compilation.</summary>
    public static readonly DiagnosticDescriptor RuleAtEnd = new(
        RuleId,
        Title,
        Message,
        RulePages.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>The texts of which the file itself tells that the sender of a request decides them.</summary>
    public static IEnumerable<TextSource> DecidedHere(ApiCall call) => call.Alternatives.All(alternative => alternative.Address.HasNoSource) ? [] : call.Closed
        .SelectMany(alternative => PathTexts.Of(alternative.Address))
        .Where(IsDecidedHere)
        .GroupBy(source => source.Place)
        .Select(sources => sources.First());

    /// <summary>The report.</summary>
    public static Diagnostic Of(TextSource source, bool atEnd)
    {
        var place = source.Place!;
        var text = place.SourceTree!.GetText().ToString(place.SourceSpan);
        return Diagnostic.Create(atEnd ? RuleAtEnd : Rule, place, source.Escape is { } escape ? [escape] : null, text.Length > 60 || text.Contains("\n") ? "this" : text);
    }

    // What an object consists of depends on whether it is a service, which other files tell.
    private static bool IsDecidedHere(TextSource source) =>
        source.Member.IndexOf('.') < 0
        && (source.Parameter is not { } parameter || (source.MappedBy is { } call && !TextChecks.IsChecked(parameter) && !(source.Member.Length == 0 && TextChecks.IsConstrained(parameter.Name, call))))
        && !TextChecks.IsCheckedAt(source.Place!);
}
