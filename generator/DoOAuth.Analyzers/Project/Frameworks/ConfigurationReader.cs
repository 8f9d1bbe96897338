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
    private const int Deepest = 4;

    private static readonly ImmutableArray<Guard> Unreadable = [new(GuardKind.Unreadable)];

    /// <summary>The guards that a piece of code adds.</summary>
    public IEnumerable<Guard> Of(SyntaxNode configuration) => Of(bodies.Of(configuration), 0);

    /// <summary>The guards that a constructor or method adds.</summary>
    public IEnumerable<Guard> Of(IMethodSymbol method) => Of(method, 0);

    private IEnumerable<Guard> Of(IMethodSymbol method, int depth) =>
        depth > Deepest ? Unreadable : method.DeclaringSyntaxReferences.SelectMany(declaration => Of(bodies.Of(declaration.GetSyntax()), depth));

    private IEnumerable<Guard> Of(IOperation? configuration, int depth) => configuration is null
        ? []
        : configuration.DescendantsAndSelf().SelectMany(operation => operation switch
        {
            IInvocationOperation call => OfCall(call, depth),
            IMethodReferenceOperation { Method: { DeclaringSyntaxReferences.IsEmpty: false } method } => Of(method, depth + 1),
            _ => [],
        });

    private IEnumerable<Guard> OfCall(IInvocationOperation call, int depth)
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
                return TypesIn(call).SelectMany(type => FilterCode.OfAny(type));
            case "Group" when method.TypeArguments is [INamedTypeSymbol group]:
                return TypeMembers.WithBases(group).SelectMany(type => type.InstanceConstructors).SelectMany(constructor => Of(constructor, depth + 1));
            default:
                return method.DeclaringSyntaxReferences.IsEmpty ? [] : Of(method, depth + 1);
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
