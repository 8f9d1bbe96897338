namespace DoOAuth.EndToEnd.Tests.Blazor;

/// <summary>The buttons of the page with every way to call DigitalOcean from a component.</summary>
internal static class Ways
{
    /// <summary>By the access of the circuit's user, opened for the call.</summary>
    public const string ByUser = "By user";

    /// <summary>By the injected client.</summary>
    public const string ByClient = "By client";

    /// <summary>By an access that was opened when the circuit began.</summary>
    public const string ByOpenedAccess = "By opened access";
}
