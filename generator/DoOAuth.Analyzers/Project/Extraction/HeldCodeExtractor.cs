using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the functions that fields, properties, events and collections hold. Code that reads them there can run them.</summary>
internal sealed class HeldCodeExtractor(ProjectSummary summary, IAssemblySymbol project, Lazy<LibraryDescriptions> libraries)
{
    /// <summary>A call that adds to a collection.</summary>
    public void Call(IInvocationOperation call)
    {
        if (call is { TargetMethod.MethodKind: not MethodKind.DelegateInvoke, Instance: IMemberReferenceOperation collection })
        {
            foreach (var argument in call.Arguments)
            {
                HoldAll(collection, argument.Value);
            }
        }
    }

    /// <summary>A value of a field, a property or an element of a collection.</summary>
    public void Assignment(ISimpleAssignmentOperation assignment)
    {
        if ((assignment.Target is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IMemberReferenceOperation collection } ? collection : assignment.Target as IMemberReferenceOperation) is { } held)
        {
            HoldAll(held, assignment.Value);
        }

        if (assignment.Target is IMemberReferenceOperation { Member: var member } && MayHoldCode(assignment.Type) && (IsOwn(member) || libraries.Value.Run(member)))
        {
            Hold(member, assignment.Value, assignment.Syntax);
        }
    }

    /// <summary>A handler of an event.</summary>
    public void Assignment(IEventAssignmentOperation assignment)
    {
        if (assignment is { Adds: true, EventReference: IEventReferenceOperation { Event: var raised } } && IsOwn(raised))
        {
            Hold(raised, assignment.HandlerValue, assignment.Syntax);
        }
    }

    /// <summary>What a record is made with, its properties have.</summary>
    public void Creation(IObjectCreationOperation creation)
    {
        if (creation.Constructor is { ContainingType: { IsRecord: true } record } && IsOwn(record))
        {
            foreach (var argument in creation.Arguments)
            {
                if (argument.Parameter is { } parameter && MayHoldCode(parameter.Type) && record.GetMembers(parameter.Name).FirstOrDefault() is IPropertySymbol property)
                {
                    Hold(property, argument.Value, argument.Syntax);
                }
            }
        }
    }

    /// <summary>Whether the type is one of delegates, or of values that are created when they are first needed.</summary>
    public static bool MayHoldCode(ITypeSymbol? type) => type is { TypeKind: TypeKind.Delegate } or { Name: "Lazy" or "Delegate" } || HoldsMany(type);

    /// <summary>Whether a member is read, so that what it holds may run. What is called there leads to that by itself, and what is assigned there runs nothing.</summary>
    public static bool IsRead(IMemberReferenceOperation reference) => reference.Parent switch
    {
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call => call.Instance != reference,
        ISimpleAssignmentOperation assignment => assignment.Target != reference,
        IPropertyReferenceOperation { Property.IsIndexer: true, Parent: IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } } element => HandlerReader.OfObject(element).IsEmpty,
        _ => true,
    };

    private static bool HoldsMany(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType: { TypeKind: TypeKind.Delegate } } => true,
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate, TypeArguments: [.., { TypeKind: TypeKind.Delegate } or { Name: "Delegate" }] } collection => collection.AllInterfaces.Append(collection).Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable),
        _ => false,
    };

    private bool IsOwn(ISymbol member) => ReferenceEquals(member.ContainingAssembly, project);

    // A collection of delegates holds those that are put into it, at once or one by one.
    private void HoldAll(IMemberReferenceOperation member, IOperation added)
    {
        if (IsOwn(member.Member) && HoldsMany(member.Type))
        {
            foreach (var one in DelegatesIn(added))
            {
                Hold(member.Member, one, added.Syntax);
            }
        }
    }

    private void Hold(ISymbol member, IOperation value, SyntaxNode at)
    {
        foreach (var handler in HandlerReader.Read(value).Where(handler => handler.Ordinal is null))
        {
            summary.Edges.Enqueue(new CallEdge(CodeKey.Of(member), handler.Code, [], at.GetLocation()));
        }
    }

    private static IEnumerable<IOperation> DelegatesIn(IOperation value) => value is IAnonymousFunctionOperation or IMethodReferenceOperation ? [value] : value.ChildOperations.SelectMany(DelegatesIn);
}
