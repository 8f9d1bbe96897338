using System.Collections.Immutable;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using DoOAuth.Catalog;

namespace DoOAuth.Analyzers.Calls.Addresses;

/// <summary>The parts of an address, as far as they can be read.</summary>
internal sealed class ApiAddress
{
    private const string HostName = "api.digitalocean.com";

    private static readonly TextPattern Own = TextPattern.Of("https://" + HostName);

    private ApiAddress(ApiHost host, ImmutableArray<OperationSegment> segments, bool isExact)
    {
        Host = host;
        Segments = segments;
        IsExact = isExact;
    }

    public ApiHost Host { get; }

    /// <summary>The path's segments, decoded, without query and fragment.</summary>
    public ImmutableArray<OperationSegment> Segments { get; }

    /// <summary>Whether the segments have DigitalOcean's form: no doubled slash, and no hole for a host before them.</summary>
    public bool IsExact { get; }

    /// <summary>Whether enough is known to look it up: it starts with a known segment, and has more than the version or one unknown rest.</summary>
    public bool IsReadable => Segments switch
    {
        [] => Host is ApiHost.Relative or ApiHost.DigitalOcean,
        [{ IsLiteral: false }, ..] => false,
        [{ Start: "v2" }] => false,
        [{ Start: "v2" }, { IsHole: true }] => false,
        _ => true,
    };

    /// <summary>Whether the address can lead to DigitalOcean's API, or can once the callers are known.</summary>
    public static bool MayBeDigitalOceans(TextPattern address, ClientValue client) => Of(address).Host switch
    {
        ApiHost.DigitalOcean => true,
        ApiHost.Elsewhere => false,
        ApiHost.Relative => client.IsDigitalOcean || client.Parameter is not null,
        _ => client.IsDigitalOcean || client.Parameter is not null || IsHostHandedIn(address),
    };

    /// <summary>The address on a client's base address, where it has one.</summary>
    public static TextPattern OnBase(TextPattern? baseAddress, TextPattern address) =>
        baseAddress is null || Of(address).Host != ApiHost.Relative ? address
        : baseAddress.IsHole ? TextPattern.Hole.Append(address)
        : UriText.Combine(baseAddress, address);

    /// <summary>The address to which a typed client sends a path: DigitalOcean's, unless its client of HTTP is known to have another.</summary>
    public static TextPattern OfDeclared(ClientValue client, TextPattern path) =>
        client.IsDigitalOcean || client is { Parameter: not null, Base: null } ? path
        : OnBase(client.Base is { Address: var given } && Of(given).Host is ApiHost.DigitalOcean or ApiHost.Elsewhere ? given : Own, path);

    private static bool IsHostHandedIn(TextPattern address) =>
        address.Pieces[0].Parameter is not null || (address.Pieces is [_, { Parameter: not null }, ..]);

    public static ApiAddress Of(TextPattern address) => address.FormOf(Read);

    private static ApiAddress Read(TextPattern address)
    {
        var pieces = address.Pieces;
        if (pieces.IsEmpty)
        {
            return new ApiAddress(ApiHost.Relative, [], isExact: true);
        }

        if (pieces[0].Text is not { } start)
        {
            // The text before /v2 is the base address.
            return pieces is [_, { Text: { } path }, ..] && IsVersioned(path)
                ? WithPath(ApiHost.Hole, pieces.RemoveAt(0), isExact: false)
                : new ApiAddress(ApiHost.Hole, [], isExact: false);
        }

        if (start.StartsWith("//", StringComparison.Ordinal))
        {
            return new ApiAddress(ApiHost.Elsewhere, [], isExact: false);
        }

        var authorityStart = AuthorityStart(start);
        if (authorityStart < 0)
        {
            return WithPath(ApiHost.Relative, pieces, isExact: true);
        }

        var authorityEnd = start.IndexOfAny(['/', '?', '#'], authorityStart);
        if (authorityEnd < 0 && pieces.Length > 1 && !IsHost(start, start.Length))
        {
            return new ApiAddress(ApiHost.Hole, [], isExact: false);
        }

        authorityEnd = authorityEnd < 0 ? start.Length : authorityEnd;
        return IsHost(start, authorityEnd)
            ? WithPath(ApiHost.DigitalOcean, [new TextPiece(start.Substring(authorityEnd)), .. pieces.Skip(1)], isExact: true)
            : new ApiAddress(ApiHost.Elsewhere, [], isExact: false);
    }

    private static bool IsVersioned(string path) => path.TrimStart('/') is var rest
        && rest.StartsWith("v2", StringComparison.Ordinal)
        && (rest.Length == 2 || rest[2] is '/' or '?' or '#');

    // The index after "scheme://", or -1 for an address without a scheme.
    private static int AuthorityStart(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 0
            && text.IndexOfAny(['/', '?', '#']) is var slash && (slash < 0 || slash > colon)
            && string.CompareOrdinal(text, colon, "://", 0, 3) == 0
                ? colon + 3
                : -1;
    }

    private static bool IsHost(string text, int end)
    {
        foreach (var (scheme, port) in new[] { ("https://", ":443"), ("http://", ":80") })
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                var host = text.Substring(scheme.Length, end - scheme.Length);
                return string.Equals(host, HostName, StringComparison.OrdinalIgnoreCase)
                    || string.Equals(host, HostName + port, StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    private static ApiAddress WithPath(ApiHost host, ImmutableArray<TextPiece> pieces, bool isExact)
    {
        var segments = AddressSegments.Of(pieces, out var hasEmpty);
        return new ApiAddress(host, segments, isExact && !hasEmpty);
    }
}
