using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the edges of calls that are not written as calls: of base constructors and of events.</summary>
internal static class MemberEdges
{
    /// <summary>The constructors of base classes that run without being named.</summary>
    public static void Base(IMethodSymbol constructor, IObjectCreationOperation creation, ProjectSummary summary)
    {
        var from = constructor;
        while (NamesNoBase(from) && from.ContainingType.BaseType is { DeclaringSyntaxReferences.IsEmpty: false } type && type.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty) is { } next)
        {
            summary.Edges.Enqueue(new CallEdge(CodeKey.Of(from), new CallTarget(CodeKey.Of(next), next), [], creation.Syntax.GetLocation()));
            from = next;
        }
    }

    /// <summary>What an event runs.</summary>
    public static void Handler(IEventAssignmentOperation assignment, ProjectSummary summary)
    {
        if (assignment is { Adds: true, EventReference: IEventReferenceOperation { Event: { DeclaringSyntaxReferences.IsEmpty: false } raised } })
        {
            foreach (var handler in HandlerReader.Read(assignment.HandlerValue).Where(handler => handler.Ordinal is null))
            {
                summary.Edges.Enqueue(new CallEdge(CodeKey.Of((ISymbol)raised), handler.Code, [], assignment.Syntax.GetLocation()));
            }
        }
    }

    /// <summary>Code that raises an event.</summary>
    public static void Event(IEventReferenceOperation reference, ISymbol containing, ProjectSummary summary)
    {
        if (reference is { Parent: not IEventAssignmentOperation, Event: { DeclaringSyntaxReferences.IsEmpty: false } raised })
        {
            summary.Edges.Enqueue(new CallEdge(CodeKey.Enclosing(reference, containing), new CallTarget(CodeKey.Of((ISymbol)raised)), ConditionFlow.At(reference), reference.Syntax.GetLocation()));
        }
    }

    private static bool NamesNoBase(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences is not [var declaration] || declaration.GetSyntax() switch
    {
        ConstructorDeclarationSyntax { Initializer: null } => true,
        TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax, ..] } or ConstructorDeclarationSyntax => false,
        _ => true,
    };
}
