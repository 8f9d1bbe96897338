namespace DoOAuth.Catalog;

/// <summary>
/// The scopes that an operation needs, as written in <c>operations.tsv</c>: a space means that both are needed, a bar means that
/// one of them is sufficient.
/// </summary>
internal sealed class ScopeRequirement
{
    private static readonly char[] Space = [' '];
    private static readonly char[] Bar = ['|'];

    private ScopeRequirement(IReadOnlyList<IReadOnlyList<string>> allOf) => AllOf = allOf;

    /// <summary>Each of these terms is needed, and any scope of a term is sufficient for it. None: a token with any scope is sufficient.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AllOf { get; }

    /// <summary>All scopes in it.</summary>
    public IEnumerable<string> Mentioned => AllOf.SelectMany(anyOf => anyOf);

    /// <summary>Reads a cell such as <c>droplet:delete image:delete</c> or <c>domain:create|domain:update</c>.</summary>
    public static ScopeRequirement Parse(string cell) =>
        new([.. cell.Split(Space, StringSplitOptions.RemoveEmptyEntries).Select(term => (IReadOnlyList<string>)term.Split(Bar))]);

    /// <summary>Whether a token is sufficient.</summary>
    /// <param name="isCovered">Determines whether the token has a scope, or a broader one that covers it.</param>
    public bool IsMetBy(Func<string, bool> isCovered) => AllOf.All(anyOf => anyOf.Any(isCovered));

    /// <inheritdoc/>
    public override string ToString() => string.Join(" ", AllOf.Select(anyOf => string.Join("|", anyOf)));
}
