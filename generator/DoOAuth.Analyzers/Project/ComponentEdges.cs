using DoOAuth.Analyzers.Project.Frameworks;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project;

/// <summary>Adds the edges from a component's markup to the components that it shows.</summary>
internal static class ComponentEdges
{
    /// <summary>Adds them, if the call opens a component.</summary>
    public static void Add(IInvocationOperation call, ISymbol containing, ProjectSummary summary)
    {
        if (call.TargetMethod is { Name: "OpenComponent", TypeArguments: [INamedTypeSymbol component] } && ComponentMethods.IsComponent(component))
        {
            foreach (var method in ComponentMethods.Rendering(component.OriginalDefinition))
            {
                summary.Edges.Enqueue(new CallEdge(CodeKey.Enclosing(call, containing), new CallTarget(CodeKey.Of(method), method), [], call.Syntax.GetLocation()));
            }
        }
    }

    /// <summary>Whether a lambda is the content of an <c>AuthorizeView</c> with a policy.</summary>
    public static bool IsShownByPolicy(IAnonymousFunctionOperation lambda)
    {
        if (lambda.Syntax.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionStatementSyntax>() is not { } statement
            || ContainingBlock(lambda, statement) is not { } block)
        {
            return false;
        }

        // Components open and close like brackets, and what follows an opening belongs to it.
        var open = new Stack<(bool IsView, bool HasPolicy)>();
        foreach (var one in block.Operations)
        {
            if (one.Syntax == statement)
            {
                return open.Count > 0 && open.Peek() is { IsView: true, HasPolicy: true };
            }

            if (one is IExpressionStatementOperation { Operation: IInvocationOperation call })
            {
                Follow(call, open);
            }
        }

        return false;
    }

    private static void Follow(IInvocationOperation call, Stack<(bool IsView, bool HasPolicy)> open)
    {
        switch (call.TargetMethod.Name)
        {
            case "OpenComponent":
                open.Push((call.TargetMethod.TypeArguments is [{ Name: "AuthorizeView" }], false));
                break;
            case "CloseComponent" when open.Count > 0:
                open.Pop();
                break;
            case "AddComponentParameter" or "AddAttribute" when open.Count > 0 && call.Arguments.Any(argument => argument.Value.ConstantValue.Value is "Policy"):
                open.Push((open.Pop().IsView, true));
                break;
        }
    }

    private static IBlockOperation? ContainingBlock(IOperation lambda, SyntaxNode statement)
    {
        for (var parent = lambda.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IBlockOperation block && block.Operations.Any(one => one.Syntax == statement))
            {
                return block;
            }
        }

        return null;
    }
}
