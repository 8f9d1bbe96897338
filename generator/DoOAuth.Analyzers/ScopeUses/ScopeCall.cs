using System.Collections.Immutable;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.ScopeUses;

/// <summary>Finds the scopes that calls of DoOAuth's own methods name, and a guard made by <c>new</c>.</summary>
internal static class ScopeCall
{
    /// <summary>The values given for scopes: to a guard, to <c>HasScope</c>, to a link to login.</summary>
    public static IEnumerable<IOperation> ScopesOf(IInvocationOperation call) =>
        TakesScopes(call.TargetMethod)
            ? ScopesAmong(call.Arguments)
            : [];

    /// <summary>Whether the call is a guard that names no scope: it would fail when the app starts.</summary>
    public static bool IsGuardWithoutScope(IInvocationOperation call) =>
        call.TargetMethod.Name == "RequireDigitalOceanScope"
        && TakesScopes(call.TargetMethod)
        && call.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.ParamArray, Parameter.Name: "scopes", Value: IArrayCreationOperation { Initializer.ElementValues.IsEmpty: true } });

    /// <summary>The values given to <c>new RequireScopeAttribute(…)</c>. What stands as an attribute is read from its syntax.</summary>
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
