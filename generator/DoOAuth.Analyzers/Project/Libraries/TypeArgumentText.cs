using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Libraries;

/// <summary>The form in which the type arguments of a called member travel in a library's metadata, as functions of the calling member's type parameters.</summary>
internal static class TypeArgumentText
{
    /// <summary>Writes the type arguments; null if there are none, or if the calling member does not tell all of them.</summary>
    /// <param name="called">The called member, with its type arguments.</param>
    /// <param name="calling">The calling member; null if it is not known.</param>
    public static string? Write(IMethodSymbol called, ISymbol? calling)
    {
        var names = ArgumentsOf(called).Select(argument => NameOf(argument, calling)).ToList();
        return names.Count == 0 || names.Contains(null) ? null : string.Join(";", names);
    }

    /// <summary>The called member with the type arguments; null if they do not fit.</summary>
    /// <param name="text">The type arguments.</param>
    /// <param name="called">The called member, as it is declared.</param>
    /// <param name="calling">The calling member.</param>
    /// <param name="find">Finds a type.</param>
    public static IMethodSymbol? Read(string text, IMethodSymbol called, ISymbol calling, Func<string, ITypeSymbol?> find)
    {
        var arguments = text.Split(';').Select(name => TypeOf(name, calling, find)).OfType<ITypeSymbol>().ToArray();
        var type = called.ContainingType;
        if (arguments.Length != type.TypeParameters.Length + called.TypeParameters.Length)
        {
            return null;
        }

        var constructed = type.TypeParameters.IsEmpty ? type : type.Construct([.. arguments.Take(type.TypeParameters.Length)]);
        var member = constructed.GetMembers(called.Name).OfType<IMethodSymbol>().FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, called));
        return member is { TypeParameters.IsEmpty: false } ? member.Construct([.. arguments.Skip(type.TypeParameters.Length)]) : member;
    }

    private static ImmutableArray<ITypeSymbol> ArgumentsOf(IMethodSymbol method) => [.. method.ContainingType.TypeArguments, .. method.TypeArguments];

    private static string? NameOf(ITypeSymbol argument, ISymbol? calling) => argument is not ITypeParameterSymbol parameter ? DocumentationCommentId.CreateReferenceId(argument)
        : SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, calling) ? "``" + parameter.Ordinal.ToString(CultureInfo.InvariantCulture)
        : SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, calling?.ContainingType) ? "`" + parameter.Ordinal.ToString(CultureInfo.InvariantCulture)
        : null;

    private static ITypeSymbol? TypeOf(string name, ISymbol calling, Func<string, ITypeSymbol?> find) =>
        name.StartsWith("``", StringComparison.Ordinal) ? At((calling as IMethodSymbol)?.TypeParameters ?? [], name.Substring(2))
        : name.StartsWith("`", StringComparison.Ordinal) ? At(calling.ContainingType.TypeParameters, name.Substring(1))
        : find(name);

    private static ITypeParameterSymbol? At(ImmutableArray<ITypeParameterSymbol> parameters, string ordinal) =>
        int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < parameters.Length ? parameters[index] : null;
}
