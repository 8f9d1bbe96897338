using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>
/// Follows the types of objects through parameters: code that gets an object as an interface or a base class runs what the object's own type has, and
/// callers that pass another type do not lead there.
/// </summary>
internal static class ObjectBindings
{
    /// <summary>What has to hold for the parameters one call earlier; null if the call passes an object of another type.</summary>
    /// <param name="objects">What has to hold where the called code runs.</param>
    /// <param name="edge">The call.</param>
    /// <param name="target">The code to which it leads.</param>
    public static ImmutableArray<(IParameterSymbol Parameter, INamedTypeSymbol Type)>? Before(ImmutableArray<(IParameterSymbol Parameter, INamedTypeSymbol Type)> objects, CallEdge edge, CodeKey target)
    {
        if (objects.IsEmpty)
        {
            return objects;
        }

        var before = objects.Clear();
        foreach (var (parameter, type) in objects)
        {
            var method = (IMethodSymbol)parameter.ContainingSymbol;
            var isOfTarget = target.Equals(CodeKey.Of(method));
            var given = edge.Objects.IsDefault ? null : edge.Objects.FirstOrDefault(passed => passed.Parameter is { } named && IsFor(named, parameter, isOfTarget)).Object;
            if (given is not null)
            {
                if (given is IParameterSymbol own)
                {
                    before = Add(before, own, type);
                }

                if ((given as INamedTypeSymbol ?? (given as IParameterSymbol)?.Type as INamedTypeSymbol) is { } other && !CallContext.AreRelated(other, type))
                {
                    return null;
                }
            }
            else if (!isOfTarget && (edge.To.IsOnThis || edge.To.Method is null or { MethodKind: MethodKind.LocalFunction }))
            {
                // A function shares the parameters of the code around it, and an object's methods share those of its constructor.
                before = before.Add((parameter, type));
            }
        }

        return before;
    }

    /// <summary>The same with the object on which the method is called.</summary>
    public static ImmutableArray<(IParameterSymbol Parameter, INamedTypeSymbol Type)> WithReceiver(ImmutableArray<(IParameterSymbol Parameter, INamedTypeSymbol Type)> objects, CallEdge edge, INamedTypeSymbol type) =>
        !edge.Objects.IsDefault && edge.Objects.FirstOrDefault(passed => passed.Parameter is null).Object is IParameterSymbol own ? Add(objects, own, type) : objects;

    // What is passed to the interface's parameter is passed to the implementation's.
    private static bool IsFor(IParameterSymbol named, IParameterSymbol parameter, bool isOfTarget) => SymbolEqualityComparer.Default.Equals(named, parameter)
        || (isOfTarget && named.Ordinal == parameter.Ordinal && named.ContainingSymbol is IMethodSymbol method && method.MethodKind == ((IMethodSymbol)parameter.ContainingSymbol).MethodKind);

    // Who calls a lambda is not known.
    private static ImmutableArray<(IParameterSymbol Parameter, INamedTypeSymbol Type)> Add(ImmutableArray<(IParameterSymbol Parameter, INamedTypeSymbol Type)> objects, IParameterSymbol parameter, INamedTypeSymbol type) =>
        ValueReader.CanForward(parameter) && parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction }
        && !SymbolEqualityComparer.Default.Equals(parameter.Type, type)
        && !objects.Any(known => SymbolEqualityComparer.Default.Equals(known.Parameter, parameter.OriginalDefinition))
            ? objects.Add((parameter.OriginalDefinition, type))
            : objects;
}
