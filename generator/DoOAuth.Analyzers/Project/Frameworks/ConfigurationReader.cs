using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Reads the guards in code that configures endpoints by calls, such as <c>Configure()</c> of FastEndpoints, with the project's own methods that it calls.</summary>
internal sealed class ConfigurationReader(GuardReader guards, MemberBodies bodies)
{
    private static readonly ImmutableArray<Guard> Unreadable = [new(GuardKind.Unreadable)];

    /// <summary>The guards that the arguments of a call add, such as a lambda that is given the options.</summary>
    public IEnumerable<Guard> Of(SyntaxNode call) => bodies.Of(call) is IInvocationOperation configuration
        ? configuration.Arguments.Where(argument => argument.Value.Type is { TypeKind: TypeKind.Delegate }).SelectMany(argument => Of(argument, []))
        : Unreadable;

    /// <summary>The guards that a constructor or method adds.</summary>
    public IEnumerable<Guard> Of(IMethodSymbol method) => Of(method, []);

    private IEnumerable<Guard> Of(IMethodSymbol method, HashSet<ISymbol> seen) => seen.Add(method.OriginalDefinition)
        ? method.DeclaringSyntaxReferences.SelectMany(declaration => bodies.Of(declaration.GetSyntax()) is { } body ? Of(body, seen) : [])
        : [];

    private IEnumerable<Guard> Of(IOperation configuration, HashSet<ISymbol> seen) => configuration.DescendantsAndSelf().SelectMany(operation => operation switch
    {
        IInvocationOperation call => OfCall(call, seen),
        IMethodReferenceOperation { Method: { DeclaringSyntaxReferences.IsEmpty: false } method } => Of(method, seen),
        _ => [],
    });

    private IEnumerable<Guard> OfCall(IInvocationOperation call, HashSet<ISymbol> seen)
    {
        var method = call.TargetMethod;
        var put = guards.Of(call);
        if (!put.IsEmpty)
        {
            return put;
        }

        switch (method.Name)
        {
            case "Policies":
                return call.Arguments.SelectMany(argument => Elements(argument.Value)).SelectMany(name => PolicyReader.Named(name));
            case "Policy":
                return call.Arguments.SelectMany(argument => PolicyReader.Of(argument.Value, guards));
            case "RequireAuthorization":
                return call.Arguments.SelectMany(argument => Elements(argument.Value)).SelectMany(name => PolicyReader.Named(name));
            case "AllowAnonymous":
                return [new Guard(GuardKind.Anonymous)];
            case "RequireAuthorizeOnAll":
                return PolicyReader.Default;
            case "Scopes" or "ScopesAll":
                return Unreadable;
            case "PreProcessor" or "PreProcessors" or "AddMiddleware" or "AddPolicy":
                return TypesIn(call).DefaultIfEmpty().SelectMany(type => FilterCode.OfAny(type));
            case "Group" when method.TypeArguments is [INamedTypeSymbol group]:
                return TypeMembers.WithBases(group).SelectMany(type => type.InstanceConstructors).SelectMany(constructor => Of(constructor, seen));
            default:
                return method.DeclaringSyntaxReferences.IsEmpty ? [] : Of(method, seen);
        }
    }

    private static IEnumerable<ITypeSymbol?> TypesIn(IInvocationOperation call) => call.TargetMethod.TypeArguments
        .Concat(call.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf()).Select(value => value switch
        {
            ITypeOfOperation named => named.TypeOperand,
            IObjectCreationOperation creation => creation.Type,
            _ => null,
        }).OfType<ITypeSymbol>());

    private static ImmutableArray<IOperation> Elements(IOperation value) => value switch
    {
        IConversionOperation { Operand: var operand } => Elements(operand),
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        _ => [value],
    };
}
