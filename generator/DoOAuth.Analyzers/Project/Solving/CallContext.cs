using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>
/// What has to hold where a piece of code runs, so that it runs into the call at the end of a path: the type of its object, and what its type parameters
/// stand for. With that, code that serves many does not make each of them guilty of what one does.
/// </summary>
/// <param name="Receiver">The type that the object has, or that it derives from; null for any.</param>
/// <param name="Bindings">The types that type parameters stand for; those that are not in it may be any.</param>
internal sealed record CallContext(INamedTypeSymbol? Receiver, ImmutableArray<(ITypeParameterSymbol Parameter, ITypeSymbol Type)> Bindings)
{
    /// <summary>The types of the objects that parameters have; those that are not in it may be any.</summary>
    public ImmutableArray<(IParameterSymbol Parameter, INamedTypeSymbol Type)> Objects { get; init; } = [];

    public static CallContext Any { get; } = new(null, []);

    /// <summary>What has to hold where a call of the API is made.</summary>
    public static CallContext Of(ApiCallSite site) => site.Receiver is null && site.TypeArguments.IsEmpty ? Any : new(site.Receiver, site.TypeArguments);

    /// <summary>What has to hold one call earlier, or null if that call cannot lead here.</summary>
    /// <param name="edge">The call.</param>
    /// <param name="target">The code in question, of those to which the call may lead.</param>
    public CallContext? Before(CallEdge edge, CodeKey target) => BeforeCall(edge, target) is { } context && edge.Owner is { } owner
        ? context.Receiver is not { } receiver || AreRelated(owner, receiver) ? context with { Receiver = context.Receiver ?? owner } : null
        : BeforeCall(edge, target);

    private CallContext? BeforeCall(CallEdge edge, CodeKey target)
    {
        if (edge.To.Message is ITypeParameterSymbol sent)
        {
            return target.Symbol is IMethodSymbol handling && MessageHandlers.MessageOf(handling) is ITypeSymbol received ? new CallContext(null, [(sent, received)]) : null;
        }

        if (edge.To.Message is { } message)
        {
            return target.Symbol is IMethodSymbol { OriginalDefinition.Parameters: [{ Type: ITypeParameterSymbol handled }, ..] } handler && !Handles(handled, handler.ContainingType, message) ? null : Any;
        }

        var bindings = ImmutableArray.CreateBuilder<(ITypeParameterSymbol Parameter, ITypeSymbol Type)>();

        if (ObjectBindings.Before(Objects, edge, target) is not { } objects)
        {
            return null;
        }

        // A lambda or local function shares object and type parameters with the code around it.
        if (target.Symbol is not IMethodSymbol method || edge.To.Method is not { } named)
        {
            var function = edge.To.Method is { MethodKind: MethodKind.LocalFunction } local ? local : null;

            // Its own type parameters stand for what this call says, also where it calls itself.
            bindings.AddRange(Bindings.Where(binding => !SymbolEqualityComparer.Default.Equals(binding.Parameter.ContainingSymbol, function?.OriginalDefinition)));
            return function is not null && !BindTypeArguments(function, function, bindings) ? null : this with { Bindings = bindings.ToImmutable(), Objects = objects };
        }

        if (!BindTypeArguments(named, method, bindings))
        {
            return null;
        }

        // A base class may serve an interface that only a class derived from it has.
        var receiver = Receiver ?? (edge.To.IsDispatched && ImplementedBy(method.ContainingType, named.ContainingType) is not null ? method.ContainingType : null);
        if (edge.To.IsOnThis)
        {
            // A class does not call what another one inherits.
            return receiver is not null && edge.From.Symbol?.ContainingType is { } own && !AreRelated(own, receiver)
                ? null
                : new CallContext(receiver, bindings.ToImmutable()) { Objects = objects };
        }

        switch (edge.To.Receiver)
        {
            case ITypeParameterSymbol parameter when receiver is not null:
                Add(parameter, receiver, bindings);
                break;
            case INamedTypeSymbol type when receiver is not null && !AreRelated(type, receiver):
                return null;
            case INamedTypeSymbol { TypeKind: TypeKind.Interface } type when receiver is not null && !BindInherited(type, named.ContainingType, receiver, bindings):
                return null;
        }

        return new CallContext(null, bindings.ToImmutable()) { Objects = receiver is null ? objects : ObjectBindings.WithReceiver(objects, edge, receiver) };
    }

    /// <summary>Whether it can hold for an object of the type: its methods, also those that it inherits, may then run this way.</summary>
    /// <param name="type">The object's type.</param>
    public bool Admits(INamedTypeSymbol type) => (Receiver is null || AreRelated(Receiver, type)) && Bindings.All(binding =>
        ImplementedBy(type, binding.Parameter.ContainingType ?? type) is not { } declaring
        || binding.Parameter.TypeParameterKind != TypeParameterKind.Type
        || Bind(declaring.TypeArguments[binding.Parameter.Ordinal], binding.Type, ImmutableArray.CreateBuilder<(ITypeParameterSymbol Parameter, ITypeSymbol Type)>()));

    /// <summary>Whether it asks for the same.</summary>
    public bool Equals(CallContext? other) => other is not null
        && SymbolEqualityComparer.Default.Equals(Receiver, other.Receiver)
        && Bindings.Length == other.Bindings.Length
        && Objects.SequenceEqual(other.Objects)
        && Bindings.Zip(other.Bindings, (one, another) => SymbolEqualityComparer.Default.Equals(one.Parameter, another.Parameter) && SymbolEqualityComparer.Default.Equals(one.Type, another.Type)).All(same => same);

    /// <inheritdoc/>
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Receiver);

    private bool BindTypeArguments(IMethodSymbol named, IMethodSymbol method, ImmutableArray<(ITypeParameterSymbol Parameter, ITypeSymbol Type)>.Builder bindings)
    {
        named = named.ReducedFrom is { } reduced ? reduced.Construct([.. named.TypeArguments]) : named;
        var definition = method.OriginalDefinition;
        for (var index = 0; index < definition.TypeParameters.Length && index < named.TypeArguments.Length; index++)
        {
            if (BoundTo(definition.TypeParameters[index]) is { } bound && !Bind(named.TypeArguments[index], bound, bindings))
            {
                return false;
            }
        }

        return definition.MethodKind == MethodKind.LocalFunction
            || ServedBy(definition, named) is not { } implemented
            || implemented.TypeArguments.Zip(named.ContainingType.TypeArguments, (bound, argument) => Bind(argument, (bound is ITypeParameterSymbol own ? BoundTo(own) : null) ?? bound, bindings)).All(fits => fits);
    }

    // Whether a handler in a generic base class gets the message, for the object and the types in question. Where neither is known, it may be for another.
    private bool Handles(ITypeParameterSymbol handled, INamedTypeSymbol declaring, ITypeSymbol message) =>
        (Receiver is not null || BoundTo(handled) is not null)
        && (BoundTo(handled) is not { } bound || Unification.MayBeSame(bound, message))
        && (Receiver is null || handled.TypeParameterKind != TypeParameterKind.Type || ImplementedBy(Receiver, declaring) is not { } served || Unification.MayBeSame(served.TypeArguments[handled.Ordinal], message));

    // A member of IStore that is named on an IStore<T>: what T stands for says the type that the object has.
    private bool BindInherited(INamedTypeSymbol type, INamedTypeSymbol declaring, INamedTypeSymbol receiver, ImmutableArray<(ITypeParameterSymbol Parameter, ITypeSymbol Type)>.Builder bindings) =>
        type.Arity == 0
        || (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, receiver.OriginalDefinition) && receiver.TypeArguments.Zip(type.TypeArguments, (bound, argument) => Bind(argument, bound, bindings)).All(fits => fits))
        || SymbolEqualityComparer.Default.Equals(type, declaring)
        || receiver.AllInterfaces.Where(candidate => Unification.MayBeSame(candidate, type)).ToList() is not [var only]
        || only.TypeArguments.Zip(type.TypeArguments, (bound, argument) => Bind(argument, (bound is ITypeParameterSymbol own ? BoundTo(own) : null) ?? bound, bindings)).All(fits => fits);

    private ITypeSymbol? BoundTo(ITypeParameterSymbol parameter) =>
        Bindings.FirstOrDefault(binding => SymbolEqualityComparer.Default.Equals(binding.Parameter, parameter)).Type;

    // Whether an argument may be the type, be it for what the caller's own type parameters stand for.
    private static bool Bind(ITypeSymbol argument, ITypeSymbol type, ImmutableArray<(ITypeParameterSymbol Parameter, ITypeSymbol Type)>.Builder bindings)
    {
        if (argument is ITypeParameterSymbol parameter && type is not ITypeParameterSymbol)
        {
            Add(parameter, type, bindings);
            return true;
        }

        return Unification.MayBeSame(argument, type) || (argument is INamedTypeSymbol named && type is INamedTypeSymbol other && named.Arity == 0 && other.Arity == 0 && AreRelated(named, other));
    }

    private static void Add(ITypeParameterSymbol parameter, ITypeSymbol type, ImmutableArray<(ITypeParameterSymbol Parameter, ITypeSymbol Type)>.Builder bindings)
    {
        if (!bindings.Any(binding => SymbolEqualityComparer.Default.Equals(binding.Parameter, parameter)))
        {
            bindings.Add((parameter, type));
        }
    }

    // The named type as the type with the code has it, where the method runs for it; null if it may run for several.
    private static INamedTypeSymbol? ServedBy(IMethodSymbol method, IMethodSymbol named)
    {
        var type = method.ContainingType;
        if (named.ContainingType.TypeKind != TypeKind.Interface)
        {
            return ImplementedBy(type, named.ContainingType);
        }

        var candidates = type.AllInterfaces.Where(candidate => Unification.MayBeSame(candidate, named.ContainingType)).ToList();
        var served = candidates.Where(candidate => candidate.GetMembers(named.Name).Any(member =>
            SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method.OriginalDefinition))).ToList();
        return (served.Count > 0 ? served : candidates) is [var only] ? only : null;
    }

    // The named type as the type with the code has it.
    private static INamedTypeSymbol? ImplementedBy(INamedTypeSymbol type, INamedTypeSymbol named)
    {
        if (named.TypeKind == TypeKind.Interface)
        {
            return type.AllInterfaces.FirstOrDefault(candidate => Unification.MayBeSame(candidate, named));
        }

        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, named.OriginalDefinition))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Whether an object can be of both types.</summary>
    public static bool AreRelated(INamedTypeSymbol type, INamedTypeSymbol other) => Includes(type, other) || Includes(other, type);

    private static bool Includes(INamedTypeSymbol type, INamedTypeSymbol derived) =>
        type.TypeKind == TypeKind.Interface
            ? Unification.MayBeSame(derived, type) || derived.AllInterfaces.Any(candidate => Unification.MayBeSame(candidate, type))
            : ImplementedBy(derived, type) is { } found && Unification.MayBeSame(found, type);
}
