using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Finds what a method of the project gives a delegate that is passed to it.</summary>
internal static class DelegateCalls
{
    /// <summary>The arguments where the method calls the delegate; null among them for what is not known.</summary>
    /// <param name="code">The method; null if it is out of reach.</param>
    /// <param name="parameter">The parameter with the delegate.</param>
    /// <param name="ordinal">The place of the argument.</param>
    public static IEnumerable<IOperation?> Of(IOperation? code, IParameterSymbol parameter, int ordinal) => code is null ? [null] : code.Descendants()
        .OfType<IParameterReferenceOperation>()
        .Where(use => SymbolEqualityComparer.Default.Equals(use.Parameter, parameter))
        .Select(use => use.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Arguments: var given } invoke && invoke.Instance == use && ordinal < given.Length ? given[ordinal].Value : null);

    /// <summary>What a lambda that is passed to a method of the project gets for a parameter; empty if that is not known.</summary>
    public static ImmutableArray<IOperation> GivenTo(IParameterReferenceOperation use, MemberReading members) =>
        use.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda
        && LambdaElements.ArgumentWith(use, lambda) is { Parent: IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences: [var declaration], IsAbstract: false, IsVirtual: false, IsOverride: false } } call, Parameter: { } parameter }
        && Of(members.CodeOf(declaration.GetSyntax(), call), parameter.OriginalDefinition, use.Parameter.Ordinal).ToList() is { Count: > 0 } given
        && !given.Contains(null)
            ? [.. given.OfType<IOperation>()]
            : [];
}
