using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Puts addresses together as <c>UriBuilder</c> does, and tells what the properties of a <c>StringBuilder</c> change.</summary>
internal static class BuilderText
{
    /// <summary>The address after its construction: from a whole address, or from scheme and host.</summary>
    public static ImmutableArray<TextPattern> Made(ImmutableArray<TextPattern>? address, ImmutableArray<TextPattern>? scheme, ImmutableArray<TextPattern>? host) =>
        address ?? TextPattern.Combine(TextPattern.Combine(scheme ?? [TextPattern.Of("http")], [TextPattern.Of("://")]), host ?? [TextPattern.Of("localhost")]);

    /// <summary>The text after a property is assigned. Neither scheme nor port tells one API from another here.</summary>
    public static ImmutableArray<TextPattern> Changed(ImmutableArray<TextPattern> texts, IPropertySymbol property, ImmutableArray<TextPattern> values) => (property.ContainingType.Name, property.Name) switch
    {
        ("UriBuilder", "Path") => WithPath(texts, values),
        ("UriBuilder", "Query") => TextPattern.Combine([.. texts.Select(address => address.Before('?').Append(TextPattern.Of("?")))], [.. values.Select(value => value.Trim('?', start: true, end: false))]),
        ("UriBuilder", "Host") => [.. texts.SelectMany(address => Parts(address) is { } parts ? values.Select(host => TextPattern.Of(parts.Scheme).Append(host).Append(parts.Behind)) : [TextPattern.Hole])],
        ("UriBuilder", _) or (_, "Capacity") => texts,
        (_, "Length") when values is [{ Literal: "0" }] => [TextPattern.Empty],
        _ => [TextPattern.Hole],
    };

    /// <summary>The text after something is added to a property.</summary>
    public static ImmutableArray<TextPattern> Grown(ImmutableArray<TextPattern> texts, IPropertySymbol property, ImmutableArray<TextPattern> added) => (property.ContainingType.Name, property.Name) switch
    {
        ("UriBuilder", "Path") => [.. texts.SelectMany(address => WithPath([address], Parts(address) is { } parts ? TextPattern.Combine([parts.Behind.Before('?')], added) : [TextPattern.Hole]))],
        ("UriBuilder", "Query") => Changed(texts, property, [TextPattern.Query]),
        _ => Changed(texts, property, [TextPattern.Hole]),
    };

    /// <summary>The address with another path.</summary>
    public static ImmutableArray<TextPattern> WithPath(ImmutableArray<TextPattern> addresses, ImmutableArray<TextPattern> paths) => TextPattern.Combine(
        [.. addresses.Select(address => Parts(address) is { } parts ? TextPattern.Of(parts.Scheme + parts.Host + "/") : TextPattern.Hole)],
        [.. paths.Select(path => path.Trim('/', start: true, end: false))]);

    // The scheme with what divides it from the host, the host, and what is behind; null if a part of the host is unknown.
    private static (string Scheme, string Host, TextPattern Behind)? Parts(TextPattern address)
    {
        if (address.Pieces is not [{ Text: { } text }, ..] || text.IndexOf("://", StringComparison.Ordinal) is not (> 0 and var colon))
        {
            return null;
        }

        var hostStart = colon + 3;
        var hostEnd = text.IndexOfAny(['/', '?', '#'], hostStart);
        return hostEnd >= 0 ? (text.Substring(0, hostStart), text.Substring(hostStart, hostEnd - hostStart), TextPattern.Of(text.Substring(hostEnd)).Append(address.Tail))
            : address.Pieces.Length == 1 ? (text.Substring(0, hostStart), text.Substring(hostStart), TextPattern.Empty)
            : null;
    }
}
