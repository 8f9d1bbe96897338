using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Fills in what the type arguments decide that a member is used with, as in <c>Resource&lt;Droplet&gt;.All</c>, and the class of the object that calls its own members.</summary>
internal sealed class TypeArgumentReading(ValueReader values)
{
    /// <summary>The values of a member where a reference or a call says for which types it is.</summary>
    public ImmutableArray<T> In<T>(ImmutableArray<T> found, IOperation use) => found switch
    {
        ImmutableArray<TextPattern> texts when texts.Any(text => text.Members.Any()) => (ImmutableArray<T>)(object)texts.SelectMany(text => Of(text, use)).Distinct().ToImmutableArray(),
        ImmutableArray<RequestPattern> requests when requests.Any(request => request.Address.Members.Any()) =>
            (ImmutableArray<T>)(object)requests.SelectMany(request => Of(request.Address, use).Select(address => request with { Address = address })).Distinct().ToImmutableArray(),
        _ => found,
    };

    /// <summary>What a type has for an abstract or virtual member; null if that is not known.</summary>
    public static ISymbol? ImplementationOf(ISymbol member, ITypeSymbol type)
    {
        if (member.ContainingType.TypeKind == TypeKind.Interface)
        {
            var served = type.AllInterfaces.FirstOrDefault(candidate => Unification.MayBeSame(candidate, member.ContainingType));
            return served?.GetMembers(member.Name).Select(type.FindImplementationForInterfaceMember).FirstOrDefault(implementation => implementation is not null);
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(member.Name).FirstOrDefault(candidate => !candidate.IsAbstract && candidate.Kind == member.Kind) is { } own)
            {
                return own;
            }
        }

        return null;
    }

    private ImmutableArray<TextPattern> Of(TextPattern text, IOperation use) => text.WithMembers(member =>
        member.Type is not ITypeParameterSymbol parameter ? [TextPattern.Of(OwnIn(use) is { } own && DerivesFrom(own, member.Type) ? member with { Type = own } : member)]
        : ArgumentFor(parameter, use) switch
        {
            null => [TextPattern.Of(member)],
            ITypeParameterSymbol other => [TextPattern.Of(member with { Type = other })],
            var type => TextsOf(member, type, use),
        });

    private ImmutableArray<TextPattern> TextsOf(TextMember member, ITypeSymbol type, IOperation use)
    {
        if (member.Member is null)
        {
            return [TextPattern.Of(type.Name)];
        }

        return ImplementationOf(member.Member, type) is { } own && values.Members.SourcesOf(own, use) is { IsEmpty: false } sources
            ? [.. sources.SelectMany(source => values.Once(source.Syntax.Parent!, TextPattern.Hole, () => values.Texts(source))).Select(text => text.WithoutParametersOf(own)).Distinct()]
            : [TextPattern.Hole];
    }

    // The class whose code names a member of its own object.
    private static ITypeSymbol? OwnIn(IOperation use) =>
        ((use as IInvocationOperation)?.Instance ?? (use as IMemberReferenceOperation)?.Instance) is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
            ? use.SemanticModel?.GetEnclosingSymbol(use.Syntax.SpanStart)?.ContainingType?.OriginalDefinition
            : null;

    private static bool DerivesFrom(ITypeSymbol type, ITypeSymbol other)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, other))
            {
                return true;
            }
        }

        return false;
    }

    private static ITypeSymbol? ArgumentFor(ITypeParameterSymbol parameter, IOperation use)
    {
        var member = MemberReading.MemberOf(use);
        if (parameter.DeclaringMethod is { } method)
        {
            var called = (use as IInvocationOperation)?.TargetMethod;
            return called is not null && parameter.Ordinal < called.TypeArguments.Length && SymbolEqualityComparer.Default.Equals((called.ReducedFrom ?? called).OriginalDefinition, method)
                ? called.TypeArguments[parameter.Ordinal]
                : null;
        }

        for (var type = member?.ContainingType; type is not null; type = type.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, parameter.DeclaringType))
            {
                return type.TypeArguments[parameter.Ordinal];
            }
        }

        return null;
    }
}
