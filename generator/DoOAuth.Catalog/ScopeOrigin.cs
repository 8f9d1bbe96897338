namespace DoOAuth.Catalog;

/// <summary>How a scope is known; the column <c>checked</c> of <c>data/scopes.tsv</c>.</summary>
internal enum ScopeOrigin
{
    /// <summary><c>page</c>: its page in DigitalOcean's documents was read, so what it requires is known.</summary>
    Page,

    /// <summary><c>list</c>: only the name is known.</summary>
    List,

    /// <summary><c>oauth</c>: one of the two from before there were granular scopes.</summary>
    OAuth,

    /// <summary><c>renamed</c>: no longer valid, since it has another name now.</summary>
    Renamed,
}
