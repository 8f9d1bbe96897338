using System.Collections.Immutable;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.ScopeUses;

/// <summary>Finds the scopes in calls of DoOAuth's own methods, and in a guard that is created with <c>new</c>.</summary>
internal static class ScopeCall
{
    /// <summary>The values that are passed as scopes to a guard, to <c>HasScope</c>, or to a login link.</summary>
    public static IEnumerable<IOperation> ScopesOf(IInvocationOperation call) =>
        TakesScopes(call.TargetMethod)
            ? ScopesAmong(call.Arguments)
            : [];

    /// <summary>Whether the call is a guard without a scope, which would fail when the app starts.</summary>
    public static bool IsGuardWithoutScope(IInvocationOperation call) =>
        call.TargetMethod.Name == "RequireDigitalOceanScope"
        && TakesScopes(call.TargetMethod)
        && call.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.ParamArray, Parameter.Name: "scopes", Value: IArrayCreationOperation { Initializer.ElementValues.IsEmpty: true } });

    /// <summary>The values that are passed to <c>new RequireScopeAttribute(…)</c>. Attributes are read from their syntax.</summary>
    public static IEnumerable<IOperation> ScopesOf(IObjectCreationOperation creation) =>
        creation.Parent is not IAttributeOperation && RuntimeTypes.IsGuard(creation.Type as INamedTypeSymbol)
            ? ScopesAmong(creation.Arguments)
            : [];

    private static IEnumerable<IOperation> ScopesAmong(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Where(argument => argument.Parameter?.Name is "scope" or "scopes").SelectMany(argument => Elements(argument.Value));

    private static bool TakesScopes(IMethodSymbol method) => (method.Name, method.ContainingType) switch
    {
        ("HasScope", { Name: "DigitalOceanUser" } type) => RuntimeTypes.IsInRuntime(type),
        ("RequireDigitalOceanScope", { Name: "ScopeGuardExtensions" } type) => RuntimeTypes.IsInRuntime(type),
        ("Login", { Name: "DigitalOceanLinks" } type) => RuntimeTypes.IsInRuntime(type),
        ("Login", { ContainingType: { } application }) =>
            application.GetAttributes().Any(attribute => RuntimeTypes.IsApplication(attribute.AttributeClass)),
        _ => false,
    };

    private static ImmutableArray<IOperation> Elements(IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        IConversionOperation { IsImplicit: true, Operand: ICollectionExpressionOperation collection } => collection.Elements,
        _ => [value],
    };
}
