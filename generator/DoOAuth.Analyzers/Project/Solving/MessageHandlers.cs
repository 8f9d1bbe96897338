using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>
/// Finds the methods that handle a message, by the type of their first parameter: the message itself, or a context of it such as MassTransit's. Neither
/// libraries nor own dispatchers show in the code how the one leads to the other.
/// </summary>
internal sealed class MessageHandlers(Implementations implementations)
{
    private readonly Lazy<ILookup<ISymbol, CodeKey>> _handlers = new(() => (
        from type in implementations.Types.All
        from method in type.GetMembers().Concat(InheritedBy(type)).OfType<IMethodSymbol>()
        let message = MessageOf(method)
        where message is not null
        select (Message: message, Code: CodeKey.Of(method)))
        .ToLookup(handler => handler.Message, handler => handler.Code, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default));

    public ImmutableArray<CodeKey> Of(ITypeSymbol message) => message is ITypeParameterSymbol parameter
        ? [.. _handlers.Value.Where(handlers => handlers.Key is INamedTypeSymbol type && parameter.ConstraintTypes.All(constraint => IsOf(type, constraint))).SelectMany(handlers => handlers).Distinct()]
        : [.. _handlers.Value[message.OriginalDefinition].Distinct()];

    private static bool IsOf(INamedTypeSymbol type, ITypeSymbol constraint)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Unification.MayBeSame(current, constraint))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(implemented => Unification.MayBeSame(implemented, constraint));
    }

    /// <summary>The type of the messages that a method handles; null if it handles none.</summary>
    public static ISymbol? MessageOf(IMethodSymbol method) =>
        MessageMethods.MayHandle(method.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? method.Name) && !method.IsAbstract && method.Parameters.Length > 0
            ? MessageOf(method.Parameters[0].Type)
            : null;

    // A generic base class handles what the class derived from it says.
    private static IEnumerable<ISymbol> InheritedBy(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; !type.IsAbstract && current is not null; current = current.BaseType)
        {
            foreach (var member in current.IsGenericType && UserCode.Includes(current) ? current.GetMembers() : [])
            {
                yield return member;
            }
        }
    }

    private static ISymbol? MessageOf(ITypeSymbol parameter) => parameter switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Interface, TypeArguments: [INamedTypeSymbol wrapped] } when UserCode.Includes(wrapped) => wrapped.OriginalDefinition,
        INamedTypeSymbol message when UserCode.Includes(message) => message.OriginalDefinition,
        _ => null,
    };
}
