namespace DoOAuth.Analyzers.Calls;

/// <summary>Where an address leads.</summary>
internal enum ApiHost
{
    /// <summary>To wherever the client's base address does.</summary>
    Relative,

    /// <summary>To DigitalOcean's API, by name.</summary>
    DigitalOcean,

    /// <summary>To somebody else.</summary>
    Elsewhere,

    /// <summary>Wherever the unknown text before the path says.</summary>
    Hole,
}
