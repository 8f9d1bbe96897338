namespace DoOAuth.Catalog;

/// <summary>The source of the information about a scope: the column <c>checked</c> of <c>data/scopes.tsv</c>.</summary>
internal enum ScopeOrigin
{
    /// <summary><c>page</c>: its page in DigitalOcean's documentation was read, so the required scopes are known.</summary>
    Page,

    /// <summary><c>list</c>: only the name is known.</summary>
    List,

    /// <summary><c>oauth</c>: one of the two older scopes, from before there were granular ones.</summary>
    OAuth,

    /// <summary><c>renamed</c>: no longer valid, because it has a new name.</summary>
    Renamed,
}
