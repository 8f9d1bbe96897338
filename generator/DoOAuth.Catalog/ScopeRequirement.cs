namespace DoOAuth.Catalog;

/// <summary>
/// The scopes that an operation needs, as <c>operations.tsv</c> writes them: a space means that both are needed, a bar
/// that either will do.
/// </summary>
internal sealed class ScopeRequirement
{
    private static readonly char[] Space = [' '];
    private static readonly char[] Bar = ['|'];

    private ScopeRequirement(IReadOnlyList<IReadOnlyList<string>> allOf) => AllOf = allOf;

    /// <summary>Each of these is needed, and of each any one scope will do. None: a token with any scope will do.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AllOf { get; }

    /// <summary>Every scope that is mentioned.</summary>
    public IEnumerable<string> Mentioned => AllOf.SelectMany(anyOf => anyOf);

    /// <summary>Reads a cell such as <c>droplet:delete image:delete</c> or <c>domain:create|domain:update</c>.</summary>
    public static ScopeRequirement Parse(string cell) =>
        new([.. cell.Split(Space, StringSplitOptions.RemoveEmptyEntries).Select(term => (IReadOnlyList<string>)term.Split(Bar))]);

    /// <summary>Whether a token suffices.</summary>
    /// <param name="isCovered">Says of a scope whether the token has it, or a broader one that covers it.</param>
    public bool IsMetBy(Func<string, bool> isCovered) => AllOf.All(anyOf => anyOf.Any(isCovered));

    /// <inheritdoc/>
    public override string ToString() => string.Join(" ", AllOf.Select(anyOf => string.Join("|", anyOf)));
}
