using System.Collections.Immutable;

namespace DoOAuth.Analyzers.Values;

/// <summary>The base address that the code gives to a plain client.</summary>
/// <param name="Address">The address.</param>
/// <param name="HasOwnToken">Whether the code that does so gives the client a token as well, or a handler that may.</param>
internal sealed record ClientBase(TextPattern Address, bool HasOwnToken = false)
{
    private const string Api = "https://api.digitalocean.com";

    /// <summary>The only address of several: DigitalOcean's, if others are a setting's or for other cases. Null if it is not known which.</summary>
    public static TextPattern? Single(IEnumerable<TextPattern> addresses)
    {
        ImmutableArray<TextPattern> known = [.. addresses.Select(address => address.WithoutSources()).Distinct()];
        return known is [var only] ? only
            : known.RemoveAll(address => address.Literal?.StartsWith(Api, StringComparison.Ordinal) is not true) is [var own] ? own
            : null;
    }
}
