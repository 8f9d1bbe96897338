namespace DoOAuth.Analyzers.Calls.Addresses;

/// <summary>The host that an address refers to.</summary>
internal enum ApiHost
{
    /// <summary>The host of the client's base address.</summary>
    Relative,

    /// <summary>DigitalOcean's API, by name.</summary>
    DigitalOcean,

    /// <summary>Another host.</summary>
    Elsewhere,

    /// <summary>The host depends on unknown text before the path.</summary>
    Hole,
}
