using DoOAuth.Analyzers.Reporting;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Applications;

/// <summary>Describes how a method differs from the hook with the same name.</summary>
internal static class HookDifference
{
    /// <summary>Whether every type in the signature is known. While a type is being typed, nothing can be compared.</summary>
    public static bool IsComplete(IMethodSymbol method) =>
        method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).All(IsKnown);

    /// <summary>What differs, to continue after "because".</summary>
    public static string Of(IMethodSymbol method, HookSignature hook)
    {
        var differences = new List<string>();
        if (!method.IsStatic)
        {
            differences.Add("it is not static");
        }

        if (method.Arity > 0)
        {
            differences.Add("it has type parameters");
        }

        if (!hook.Takes(method))
        {
            differences.Add($"it takes ({string.Join(", ", method.Parameters.Select(Written))}) instead of ({string.Join(", ", hook.ParameterTypes)})");
        }

        if (!hook.Returns(method))
        {
            differences.Add($"it returns {Written(method.RefKind, method.ReturnType)} instead of {(hook.IsAsynchronous ? "Task or Task<IResult?>" : "void")}");
        }

        return NameList.Of(differences, quote: "");
    }

    /// <summary>The declaration to write, with the modifiers that the method has.</summary>
    public static string Corrected(IMethodSymbol method, HookSignature hook)
    {
        var words = new[]
        {
            "static",
            method.IsAsync ? "async" : "",
            !hook.IsAsynchronous ? "void" : MentionsResult(method.ReturnType) ? "Task<IResult?>" : "Task",
            $"{hook.Name}({hook.Parameters})",
        };
        return string.Join(" ", words.Where(word => word.Length > 0));
    }

    private static bool IsKnown(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => false,
        IArrayTypeSymbol array => IsKnown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(IsKnown),
        _ => true,
    };

    private static bool MentionsResult(ITypeSymbol type) =>
        type.Name == "IResult"
        || type.AllInterfaces.Any(one => one.Name == "IResult")
        || (type is INamedTypeSymbol named && named.TypeArguments.Any(MentionsResult));

    private static string Written(IParameterSymbol parameter) => Written(parameter.RefKind, parameter.Type);

    private static string Written(RefKind kind, ITypeSymbol type) =>
        (kind == RefKind.None ? "" : kind == RefKind.Ref ? "ref " : kind == RefKind.Out ? "out " : "in ")
        + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
