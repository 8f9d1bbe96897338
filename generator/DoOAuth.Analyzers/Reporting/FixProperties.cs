using System.Collections.Immutable;

namespace DoOAuth.Analyzers.Reporting;

/// <summary>Names of the diagnostics' properties that tell a fix what to write.</summary>
internal static class FixProperties
{
    /// <summary>
    /// The scopes to declare or to remove, as written in <c>operations.tsv</c>: a space means both, a bar means that either is
    /// sufficient.
    /// </summary>
    public const string Scopes = "Scopes";

    /// <summary>The annotated classes of this project that are candidates, by documentation comment ids, separated by spaces.</summary>
    public const string Applications = "Applications";

    /// <summary>The guards to call, without brackets: separated by spaces, or by a bar where either will do.</summary>
    public const string Guards = "Guards";

    /// <summary>
    /// The scopes to require by an attribute, in the same notation; behind an <c>@</c> the class whose scheme the attribute names, if there are several.
    /// </summary>
    public const string Attributes = "Attributes";

    /// <summary>Whether the attribute belongs on the class that contains the location.</summary>
    public const string IsOnClass = "IsOnClass";

    /// <summary>The path of a file that is not source.</summary>
    public const string File = "File";

    /// <summary>The whole text that the file should have.</summary>
    public const string Text = "Text";

    /// <summary>The properties of a diagnostic that says which scopes to declare or to remove.</summary>
    public static ImmutableDictionary<string, string?> For(IEnumerable<string> scopes) =>
        ImmutableDictionary<string, string?>.Empty.Add(Scopes, string.Join(" ", scopes));

    /// <summary>The same, with the annotated classes that a fix may change.</summary>
    /// <param name="scopes">The scopes.</param>
    /// <param name="applications">Documentation comment ids; null for a class of another project, where no fix reaches.</param>
    public static ImmutableDictionary<string, string?> For(IEnumerable<string> scopes, IEnumerable<string?> applications) =>
        For(scopes).Add(Applications, string.Join(" ", applications.OfType<string>()));
}
