using System.Collections.Immutable;
using DoOAuth.Analyzers.Calls.Addresses;
using DoOAuth.Analyzers.Values;

namespace DoOAuth.Analyzers.Calls.HttpLibraries;

/// <summary>Where a library's client sends its requests.</summary>
/// <param name="Client">The client of HTTP that it uses; one without a type where it makes its own.</param>
/// <param name="Base">The address that it puts before paths; null if that is not known.</param>
/// <param name="HasOwnToken">Whether the code gives it a token of its own.</param>
internal sealed record HttpLibraryOrigin(ClientValue Client, TextPattern? Base, bool HasOwnToken)
{
    public static HttpLibraryOrigin Unknown { get; } = new(ClientValue.Unknown, null, HasOwnToken: false);

    /// <summary>Of a client that is made with an address.</summary>
    public static HttpLibraryOrigin At(ImmutableArray<TextPattern> addresses, bool hasOwnToken = false) =>
        addresses.Select(address => address.WithoutSources()).Distinct().ToList() is [var only] ? new(ClientValue.Unknown, only, hasOwnToken) : Unknown;

    /// <summary>Of a client that is made with one of HTTP.</summary>
    public static HttpLibraryOrigin With(ImmutableArray<ClientValue> clients) => clients switch
    {
        [{ IsDigitalOcean: true } only] => new(only, null, HasOwnToken: false),
        [{ Base: { } known } only] => new(only, known.Address, known.HasOwnToken),
        _ => Unknown,
    };

    /// <summary>The one that all have in common.</summary>
    public static HttpLibraryOrigin Common(IEnumerable<HttpLibraryOrigin> origins) => origins.Distinct().ToList() switch
    {
        [var only] => only,
        { Count: > 1 } several when several.TrueForAll(one => Equals(one.Client, several[0].Client) && Equals(one.Base, several[0].Base)) => several[0] with { HasOwnToken = true },
        _ => Unknown,
    };

    /// <summary>The request for a path. Libraries append it to the base address as it is, with one slash between the two.</summary>
    public TextPattern AddressOf(TextPattern path) => ApiAddress.Of(path).Host != ApiHost.Relative || Base is null || Client.IsDigitalOcean
        ? Rooted(path)
        : Base.Trim('/', start: false, end: true).Append(TextPattern.Of("/")).Append(path.Trim('/', start: true, end: false));

    private static TextPattern Rooted(TextPattern path) =>
        path.Pieces is [{ Text: { } start }, ..] && start.StartsWith("v2", StringComparison.Ordinal) ? TextPattern.Of("/").Append(path) : path;
}
