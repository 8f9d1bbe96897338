using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Calls;

/// <summary>The methods that a client uses to send requests.</summary>
internal static class ApiMethod
{
    /// <summary>The verb that a method with this name sends; empty for <c>Send</c>, whose request has it; null for other methods.</summary>
    /// <remarks>This is called for every call in the code, so it checks only the name.</remarks>
    public static string? VerbOf(string name) => name switch
    {
        "GetAsync" or "GetStringAsync" or "GetStreamAsync" or "GetByteArrayAsync" or "GetFromJsonAsync" or "GetFromJsonAsAsyncEnumerable" => "GET",
        "PostAsync" or "PostAsJsonAsync" => "POST",
        "PutAsync" or "PutAsJsonAsync" => "PUT",
        "PatchAsync" or "PatchAsJsonAsync" => "PATCH",
        "DeleteAsync" or "DeleteFromJsonAsync" => "DELETE",
        "Send" or "SendAsync" => "",
        _ => null,
    };

    /// <summary>Whether the method sends a request.</summary>
    public static bool Sends(IMethodSymbol method) => VerbOf(method.Name) is not null && IsOfHttpClient(method);

    /// <summary>Whether the method is one of <c>HttpClient</c>'s own or of its JSON extensions, and not a namesake.</summary>
    public static bool IsOfHttpClient(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        var type = method.ContainingType;
        return ClientTypes.IsHttp(type, "HttpClient")
            || ClientTypes.IsHttp(type, "HttpMessageInvoker")
            || (type is { Name: "HttpClientJsonExtensions", ContainingNamespace: { Name: "Json", ContainingNamespace.Name: "Http" } })
            || (method.IsExtensionMethod && ClientTypes.IsHttp(type, "HttpClientExtensions"));
    }
}
