using System.Collections.Immutable;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Calls.HttpLibraries;

/// <summary>Reads the calls of other libraries for HTTP, by their names and attributes.</summary>
internal static class HttpLibraryCalls
{
    private static readonly string[] Verbs = ["Get", "Post", "Put", "Patch", "Delete", "Head", "Options"];

    private static readonly ImmutableArray<IHttpLibrary> Libraries = [new TypedClient(), new Refit(), new RestSharp(), new Flurl(), new Kiota()];

    /// <summary>The library whose method sends a request; null for other methods. Asked for every call in the code.</summary>
    public static IHttpLibrary? Of(IInvocationOperation invocation)
    {
        foreach (var library in Libraries)
        {
            if (library.Sends(invocation))
            {
                return library;
            }
        }

        return null;
    }

    /// <summary>The origin of a client: that of its creation where it can be seen, or else the one that all of the project's have in common.</summary>
    /// <param name="client">The client.</param>
    /// <param name="key">The key under which the project's are kept.</param>
    /// <param name="values">Reads values.</param>
    /// <param name="bases">The project's clients.</param>
    /// <param name="read">Reads the creation, or what the client is made with.</param>
    public static HttpLibraryOrigin OriginOf(IOperation? client, object key, ValueReader values, ClientBases bases, Func<IOperation, HttpLibraryOrigin?> read)
    {
        if (client is not null && values.Origins(client) is var origins && !origins.IsEmpty)
        {
            var made = origins.Select(origin => origin is null ? null : read(origin)).ToList();
            if (made.TrueForAll(origin => origin is not null))
            {
                return HttpLibraryOrigin.Common(made.OfType<HttpLibraryOrigin>());
            }
        }

        var sites = bases.At(key).Select(site => site is null ? null : read(site)).ToList();
        return sites.Count == 0 || sites.Contains(null) ? HttpLibraryOrigin.Unknown : HttpLibraryOrigin.Common(sites.OfType<HttpLibraryOrigin>());
    }

    /// <summary>The verb at the beginning of a method's name, such as <c>GetJsonAsync</c>; null for another name.</summary>
    public static string? VerbOf(string name)
    {
        foreach (var verb in Verbs)
        {
            if (name.StartsWith(verb, StringComparison.Ordinal))
            {
                return verb.ToUpperInvariant();
            }
        }

        return null;
    }

    /// <summary>The receiver. For an extension method, this is the first argument.</summary>
    public static IOperation? ReceiverOf(IInvocationOperation call) => call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;

    /// <summary>An argument by its parameter's name.</summary>
    public static IOperation? Argument(IOperation call, params string[] names) =>
        ValueReader.ArgumentsOf(call).FirstOrDefault(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && names.Contains(argument.Parameter?.Name))?.Value;
}
