using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>Distinguishes DigitalOcean's client from others.</summary>
internal static class ClientTypes
{
    /// <summary>Whether the type is <c>DigitalOceanClient</c>, derives from it, or is a type parameter that must.</summary>
    public static bool IsDigitalOcean(ITypeSymbol? type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Any(IsDigitalOcean);
        }

        for (; type is not null; type = type.BaseType)
        {
            if (type is INamedTypeSymbol { Name: "DigitalOceanClient" } named && RuntimeTypes.IsInRuntime(named))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The type <c>DigitalOceanClient</c> itself, for a type that derives from it.</summary>
    public static ITypeSymbol? Base(ITypeSymbol? type)
    {
        while (type is { Name: not "DigitalOceanClient", BaseType: { } inherited })
        {
            type = inherited;
        }

        return type;
    }

    /// <summary>Whether the type is <c>HttpClient</c> itself, which may be anybody's, or its base.</summary>
    public static bool IsPlain(ITypeSymbol? type) => IsHttp(type, "HttpClient") || IsHttp(type, "HttpMessageInvoker");

    /// <summary>Whether the type is a type parameter for anybody's client.</summary>
    public static bool IsAny(ITypeSymbol? type) => type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(IsPlain);

    /// <summary>Whether the type is <c>HttpRequestMessage</c>, or derives from it.</summary>
    public static bool IsRequest(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (IsHttp(type, "HttpRequestMessage"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type is one of those in <c>System.Net.Http</c> with this name.</summary>
    public static bool IsHttp(ITypeSymbol? type, string name) => type is
    {
        ContainingType: null,
        ContainingNamespace: { Name: "Http", ContainingNamespace: { Name: "Net", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
    } && type.Name == name;
}
