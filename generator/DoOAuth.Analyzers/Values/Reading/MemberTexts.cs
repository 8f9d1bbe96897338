using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Tells texts that the class of the object decides whose code it is, or a type argument.</summary>
internal static class MemberTexts
{
    /// <summary>The member, where several classes have it; null if what runs is the same for all.</summary>
    /// <param name="use">The call or reference.</param>
    /// <param name="member">The member that it names.</param>
    /// <param name="running">What may run.</param>
    /// <param name="bodies">Gives the code of members.</param>
    public static TextMember? Of(IOperation use, ISymbol member, ImmutableArray<ISymbol> running, MemberBodies bodies)
    {
        if (bodies.Implementations is null || member is IMethodSymbol { IsGenericMethod: true } or IPropertySymbol { IsIndexer: true })
        {
            return null;
        }

        return use switch
        {
            IMemberReferenceOperation { ConstrainedToType: ITypeParameterSymbol argument } => new TextMember(member, argument),
            IInvocationOperation { ConstrainedToType: ITypeParameterSymbol argument, Instance: null } => new TextMember(member, argument),
            IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } => OfObject(),
            IInvocationOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } => OfObject(),
            _ => null,
        };

        TextMember? OfObject() => running.Length > 1 || (member.IsAbstract && bodies.MayBeImplementedElsewhere(member)) ? new TextMember(member, member.ContainingType) : null;
    }

    /// <summary>The name of the object's class or of a type argument; null for the name of anything else.</summary>
    public static TextMember? NameOf(IOperation type) => type switch
    {
        ITypeOfOperation { TypeOperand: ITypeParameterSymbol argument } => new TextMember(null, argument),
        IInvocationOperation { TargetMethod: { Name: "GetType", ContainingType.SpecialType: SpecialType.System_Object }, Instance: { } instance }
            when Branches.Unconverted(instance) is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: INamedTypeSymbol own } => new TextMember(null, own),
        _ => null,
    };
}
