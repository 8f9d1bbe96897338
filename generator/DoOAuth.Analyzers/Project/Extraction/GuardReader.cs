using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.ScopeUses;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Reads the guards that a call adds to a builder, or that an attribute adds to a handler.</summary>
internal sealed class GuardReader(Lazy<ApplicationSet> applications)
{
    private static readonly ImmutableArray<Guard> Unreadable = [new(GuardKind.Unreadable)];
    private static readonly ImmutableArray<Guard> Anonymous = [new(GuardKind.Anonymous)];

    /// <summary>The guards that a call adds to its builder; none for most calls.</summary>
    public ImmutableArray<Guard> Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "RequireDigitalOceanScope" when method.ContainingType is { Name: "ScopeGuardExtensions" } type && RuntimeTypes.IsInRuntime(type):
                return FromScopes(ScopeCall.ScopesOf(call), ArgumentFor(call, "scheme")?.ConstantValue.Value as string);
            case "AllowAnonymous" when EndpointMethods.IsInBuilderNamespace(method.ContainingType):
                return Anonymous;
            case "RequireAuthorization" when EndpointMethods.IsInBuilderNamespace(method.ContainingType):
                return FromAuthorization(call);
            case "WithMetadata" when EndpointMethods.IsInBuilderNamespace(method.ContainingType):
                return [.. call.Arguments.SelectMany(argument => Elements(argument.Value)).SelectMany(metadata => FromMetadata(metadata))];
            case "Add" or "Finally" when method.ContainingType is { Name: var type } && (type.EndsWith("ConventionBuilder", StringComparison.Ordinal) || type == "RouteHandlerBuilder"):
                return [.. call.Arguments.Take(1).SelectMany(argument => argument.Descendants()).OfType<IObjectCreationOperation>().SelectMany(metadata => FromMetadata(metadata))];
            default:
                return applications.Value.IsGuard(method, out var application, out var scope) ? [new(GuardKind.Scope, scope, application)] : [];
        }
    }

    /// <summary>Whether the method's name can be that of a guard, which is checked first.</summary>
    public static bool MayGuard(string method) =>
        method.StartsWith("Require", StringComparison.Ordinal) || method is "AllowAnonymous" or "WithMetadata" or "Add" or "Finally";

    /// <summary>The guards in a handler's attributes.</summary>
    public ImmutableArray<Guard> Of(ImmutableArray<AttributeData> attributes) => attributes.IsEmpty ? [] : [.. attributes.SelectMany(FromAttribute)];

    /// <summary>The guards that <c>new RequireScopeAttribute(…)</c> creates, on a builder or as an attribute.</summary>
    public ImmutableArray<Guard> FromMetadata(IOperation metadata)
    {
        while (metadata is IConversionOperation conversion)
        {
            metadata = conversion.Operand;
        }

        if (metadata is ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation && ValueReader.OfFile().Origins(metadata) is [IObjectCreationOperation only])
        {
            metadata = only;
        }

        if (metadata is not IObjectCreationOperation { Type: INamedTypeSymbol type } creation)
        {
            return metadata.Type is INamedTypeSymbol attribute && (RuntimeTypes.IsGuard(attribute) || PolicyReader.IsAuthorize(attribute)) ? Unreadable : [];
        }

        if (type.Name == "AllowAnonymousAttribute")
        {
            return Anonymous;
        }

        if (PolicyReader.IsAuthorize(type))
        {
            return PolicyReader.OfCreation(creation);
        }

        var scheme = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Scheme" })?.Value.ConstantValue.Value as string;
        return RuntimeTypes.IsGuard(type) ? FromScopes(creation.Arguments.SelectMany(argument => Elements(argument.Value)), scheme) : [];
    }

    private IEnumerable<Guard> FromAttribute(AttributeData attribute)
    {
        if (attribute.AttributeClass is { Name: "AllowAnonymousAttribute" })
        {
            return Anonymous;
        }

        if (!RuntimeTypes.IsGuard(attribute.AttributeClass))
        {
            return PolicyReader.IsAuthorize(attribute.AttributeClass) ? PolicyReader.OfAttribute(attribute) : [];
        }

        var application = OfScheme(RuntimeAttributes.TextOf(attribute, "Scheme"));
        return attribute.ConstructorArguments
            .SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values.IsDefault ? [] : argument.Values : [argument])
            .Select(argument => argument.Value)
            .OfType<string>()
            .Select(scope => new Guard(GuardKind.Scope, scope, application));
    }

    // By the name of a policy, by attributes, by a policy that is made in place, or by the default one.
    private ImmutableArray<Guard> FromAuthorization(IInvocationOperation call)
    {
        var guards = ImmutableArray.CreateBuilder<Guard>();
        var isDefault = true;
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter?.Ordinal != 0 || call.TargetMethod.ReducedFrom is not null))
        {
            foreach (var element in Elements(argument.Value))
            {
                isDefault = false;
                guards.AddRange(element.Type switch
                {
                    { SpecialType: SpecialType.System_String } => PolicyReader.Named(element),
                    { Name: "AuthorizationPolicy" } or { TypeKind: TypeKind.Delegate } => PolicyReader.Of(element, this),
                    _ => FromMetadata(element),
                });
            }
        }

        return isDefault ? PolicyReader.Default : guards.ToImmutable();
    }

    private ImmutableArray<Guard> FromScopes(IEnumerable<IOperation> scopes, string? scheme)
    {
        var application = OfScheme(scheme);
        var guards = ImmutableArray.CreateBuilder<Guard>();
        foreach (var scope in scopes)
        {
            // A loop that is over written-out scopes asks for each of them.
            if (GivenScopes.ParameterOf(scope) is { ContainingSymbol: IMethodSymbol method } parameter)
            {
                guards.Add(new Guard(GuardKind.Unreadable, "", application) { Parameter = (CodeKey.Of(method), CallArguments.OrdinalOf(parameter, method)) });
                continue;
            }

            ImmutableArray<TextPattern> names = scope.ConstantValue is { HasValue: true, Value: string constant } ? [TextPattern.Of(constant)] : ValueReader.OfFile().Texts(scope);
            if (names.Any(name => name.Literal is null) || (names.Length > 1 && !IsOfLoop(scope)))
            {
                return Unreadable;
            }

            guards.AddRange(names.Select(name => new Guard(GuardKind.Scope, name.Literal!, application)));
        }

        return guards.ToImmutable();
    }

    private static bool IsOfLoop(IOperation scope) =>
        scope is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declaration] } && declaration.GetSyntax() is ForEachStatementSyntax;

    private Application? OfScheme(string? scheme) => scheme is null ? null : applications.Value.WithScheme(scheme);

    private static IOperation? ArgumentFor(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    private static ImmutableArray<IOperation> Elements(IOperation value) => value switch
    {
        IConversionOperation { Operand: var operand, IsImplicit: true } => Elements(operand),
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        _ => [value],
    };
}
