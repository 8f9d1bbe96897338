using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Reporting;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Explaining;

/// <summary>
/// DOO107: the file <c>DigitalOceanScopes.txt</c> is out of date. It is reported at the annotated class, with the file's line as another location, because
/// neither editors nor <c>dotnet format</c> offer fixes for what is reported in other files than source, and no <c>.editorconfig</c> applies to it.
/// </summary>
internal static class ScopesFileReports
{
    /// <summary>The report; null if the file is up to date.</summary>
    /// <param name="file">The file.</param>
    /// <param name="uses">What it should say.</param>
    public static Diagnostic? Of(ScopesFile file, ExplainedScopes uses)
    {
        var lines = ScopeUseText.Lines(uses);
        if (file.DifferenceFrom(lines) is not { } difference)
        {
            return null;
        }

        var place = uses.Applications.SelectMany(application => application.Symbol.Locations).FirstOrDefault(location => location.IsInSource);
        return Diagnostic.Create(
            ProjectRules.OutOfDate,
            place ?? difference.At,
            place is null ? [] : [difference.At],
            ImmutableDictionary<string, string?>.Empty.Add(FixProperties.File, file.Path).Add(FixProperties.Text, file.With(lines)),
            ScopesFile.Name,
            difference.At.GetLineSpan().StartLinePosition.Line + 1,
            difference.Description);
    }
}
