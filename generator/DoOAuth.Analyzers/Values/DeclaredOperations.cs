using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DoOAuth.Analyzers.Hierarchy;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>
/// Reads <c>[DigitalOceanOperation]</c>, with which a typed client says what its methods call. Any library may declare the attribute: its full name and
/// the form of its arguments count.
/// </summary>
internal static class DeclaredOperations
{
    private const string Space = "DoOAuth.Api";

    private const string Name = "DigitalOceanOperationAttribute";

    private static readonly char[] Blank = [' '];

    private static readonly ConditionalWeakTable<IAssemblySymbol, object> Assemblies = new();

    private static readonly ConditionalWeakTable<IMethodSymbol, object> Methods = new();

    /// <summary>The operations that a method calls; none for nearly all methods. Asked for every call in the code.</summary>
    public static ImmutableArray<DeclaredOperation> Of(IMethodSymbol method) => MayDeclare(method.ContainingAssembly)
        ? (ImmutableArray<DeclaredOperation>)Methods.GetValue((method.ReducedFrom ?? method).OriginalDefinition, declared => Read(declared))
        : [];

    /// <summary>Whether an assembly has the attribute, or references one that has it.</summary>
    public static bool MayDeclare(IAssemblySymbol? assembly) => assembly is not null && (bool)Assemblies.GetValue(
        assembly, one => Has(one) || one.Modules.Any(module => module.ReferencedAssemblySymbols.Any(Has)));

    private static bool Has(IAssemblySymbol assembly) => UserCode.IsIn(assembly) && assembly.GetTypeByMetadataName($"{Space}.{Name}") is not null;

    private static ImmutableArray<DeclaredOperation> Read(IMethodSymbol method)
    {
        for (IMethodSymbol? declaring = method; declaring is not null; declaring = declaring.OverriddenMethod)
        {
            ImmutableArray<DeclaredOperation> declared = [.. declaring.GetAttributes().Select(Read).OfType<DeclaredOperation>().Distinct()];
            if (!declared.IsEmpty)
            {
                return declared;
            }
        }

        return [];
    }

    private static DeclaredOperation? Read(AttributeData attribute) =>
        attribute is { AttributeClass: { Name: Name, ContainingType: null } type, ConstructorArguments: [{ Value: string verb }, { Value: string path }, .. var scopes] } && Namespaces.IsIn(type, Space)
            ? new DeclaredOperation(verb.ToUpperInvariant(), path, string.Join(" ", scopes.SelectMany(TextsIn).SelectMany(TermsOf)))
            : null;

    private static IEnumerable<string> TextsIn(TypedConstant argument) => argument.Kind == TypedConstantKind.Array
        ? argument.IsNull ? [] : argument.Values.SelectMany(TextsIn)
        : argument.Value is string text ? [text] : [];

    // "a | b" is one term.
    private static IEnumerable<string> TermsOf(string scopes) =>
        string.Join("|", scopes.Split('|').Select(scope => scope.Trim()).Where(scope => scope.Length > 0)).Split(Blank, StringSplitOptions.RemoveEmptyEntries);
}
