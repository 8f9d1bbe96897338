using Microsoft.CodeAnalysis;

namespace DoOAuth.Catalog.Symbols;

/// <summary>A hook of an annotated class, with the name and the signature that it must have.</summary>
internal sealed class HookSignature
{
    /// <summary>Changes the application's options.</summary>
    public static readonly HookSignature ConfigureOptions = new("ConfigureOptions", isAsynchronous: false, (MetadataNames.DigitalOceanOptions, "options"));

    /// <summary>Changes the session's cookie.</summary>
    public static readonly HookSignature ConfigureCookie = new("ConfigureCookie", isAsynchronous: false, (MetadataNames.CookieAuthenticationOptions, "options"));

    /// <summary>Runs when a user has signed in.</summary>
    public static readonly HookSignature OnSignedIn = new(
        "OnSignedInAsync", isAsynchronous: true, (MetadataNames.DigitalOceanSignIn, "signIn"), (MetadataNames.CancellationToken, "cancellationToken"));

    /// <summary>Runs when a sign-in has failed.</summary>
    public static readonly HookSignature OnFailed = new(
        "OnFailedAsync", isAsynchronous: true, (MetadataNames.DigitalOceanFailure, "failure"), (MetadataNames.CancellationToken, "cancellationToken"));

    private readonly (string Type, string Name)[] _parameters;

    private HookSignature(string name, bool isAsynchronous, params (string Type, string Name)[] parameters)
    {
        Name = name;
        IsAsynchronous = isAsynchronous;
        _parameters = parameters;
    }

    /// <summary>All hooks.</summary>
    public static IReadOnlyList<HookSignature> All { get; } = [ConfigureOptions, ConfigureCookie, OnSignedIn, OnFailed];

    public string Name { get; }

    /// <summary>Whether it returns <c>Task</c>, or <c>Task&lt;IResult&gt;</c> to replace the response. Otherwise, it returns nothing.</summary>
    public bool IsAsynchronous { get; }

    /// <summary>The parameters' types as people write them, such as <c>DigitalOceanSignIn</c>.</summary>
    public IEnumerable<string> ParameterTypes => _parameters.Select(parameter => ShortName(parameter.Type));

    /// <summary>The parameters as people write them.</summary>
    public string Parameters => string.Join(", ", _parameters.Select(parameter => $"{ShortName(parameter.Type)} {parameter.Name}"));

    /// <summary>Whether the method has the hook's signature, regardless of its name.</summary>
    public bool IsMetBy(IMethodSymbol method) => IsPlain(method) && Takes(method) && Returns(method);

    /// <summary>Whether it is a static method without type parameters.</summary>
    public static bool IsPlain(IMethodSymbol method) => method is { IsStatic: true, MethodKind: MethodKind.Ordinary, Arity: 0 };

    /// <summary>Whether the parameters are those of the hook.</summary>
    public bool Takes(IMethodSymbol method) =>
        method.Parameters.Length == _parameters.Length
        && method.Parameters.Zip(_parameters, static (parameter, expected) =>
            parameter.RefKind == RefKind.None && Is(parameter.Type, expected.Type)).All(static fits => fits);

    /// <summary>Whether the return type is that of the hook.</summary>
    public bool Returns(IMethodSymbol method) =>
        IsAsynchronous
            ? method.RefKind == RefKind.None && (Is(method.ReturnType, MetadataNames.Task) || AnswerOf(method) is not null)
            : method.ReturnsVoid;

    /// <summary>The result in <c>Task&lt;IResult&gt;</c>; null if the method returns anything else.</summary>
    public static ITypeSymbol? AnswerOf(IMethodSymbol method) =>
        Is(method.ReturnType.OriginalDefinition, MetadataNames.TaskOfT)
        && method.ReturnType is INamedTypeSymbol { TypeArguments: [var result] }
        && Is(result, MetadataNames.IResult)
            ? result
            : null;

    // Compared piece by piece from the end, because this runs after every key press, and building the whole name each time is slow.
    private static bool Is(ITypeSymbol type, string metadataName)
    {
        if (type is not INamedTypeSymbol { ContainingType: null } named || !EndsWith(named.MetadataName, metadataName.Length))
        {
            return false;
        }

        var end = metadataName.Length - named.MetadataName.Length;
        for (var space = named.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            if (end == 0 || metadataName[end - 1] != '.' || !EndsWith(space.Name, end - 1))
            {
                return false;
            }

            end -= space.Name.Length + 1;
        }

        return end == 0;

        bool EndsWith(string name, int at) => name.Length <= at && string.CompareOrdinal(metadataName, at - name.Length, name, 0, name.Length) == 0;
    }

    private static string ShortName(string metadataName) => metadataName.Substring(metadataName.LastIndexOf('.') + 1);
}
