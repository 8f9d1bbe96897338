using System.Collections.Immutable;
using DoOAuth.Generator.Analyzers.Applications;

namespace DoOAuth.Generator.Analyzers;

/// <summary>Names of the diagnostics' properties that tell a fix what to write.</summary>
internal static class FixProperties
{
    /// <summary>
    /// The scopes to declare or to take away, as <c>operations.tsv</c> writes them: a space means that both are meant, a bar
    /// that either will do.
    /// </summary>
    public const string Scopes = "Scopes";

    /// <summary>The annotated classes of this project that come into question, by documentation comment ids, separated by spaces.</summary>
    public const string Applications = "Applications";

    /// <summary>The guards to call, without brackets: separated by spaces, or by a bar where either will do.</summary>
    public const string Guards = "Guards";

    /// <summary>The properties of a diagnostic that says which scopes to declare or to take away.</summary>
    public static ImmutableDictionary<string, string?> For(IEnumerable<string> scopes) =>
        ImmutableDictionary<string, string?>.Empty.Add(Scopes, string.Join(" ", scopes));

    /// <summary>The same, with the annotated classes that come into question; those of other projects are left out, where no fix reaches.</summary>
    public static ImmutableDictionary<string, string?> For(IEnumerable<string> scopes, IEnumerable<DeclaredApplication> applications) =>
        For(scopes).Add(Applications, string.Join(" ", applications
            .Where(application => application.IsInSource)
            .Select(application => application.Symbol.GetDocumentationCommentId())));
}
