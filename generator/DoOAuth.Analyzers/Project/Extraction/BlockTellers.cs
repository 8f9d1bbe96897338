using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>What the statements of a function's blocks tell the later ones about the user's scopes.</summary>
internal sealed class BlockTellers
{
    private static readonly string[] Demands = ["Require", "Demand", "Ensure", "Assert", "Check", "Verify", "Authorize", "Guard", "Validate", "Throw"];

    private readonly Dictionary<int, List<Teller>> _ofBlocks = [];

    public BlockTellers(FlowGraph graph, SemanticModel model)
    {
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                Add(operation, block, graph, model);
            }

            if (block.BranchValue is { } value)
            {
                Add(value, block, graph, model);
            }
        }
    }

    /// <summary>What a block's statements tell, in their order.</summary>
    public IReadOnlyList<Teller> In(int block) => _ofBlocks.TryGetValue(block, out var tellers) ? tellers : [];

    /// <summary>Whether a call or an assignment tells something.</summary>
    public static bool Tells(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsDemand(call) || NeverReturns(call.TargetMethod) || IsDemandOfLibrary(call),
        ISimpleAssignmentOperation assignment => FilterExits.IsResult(assignment),
        _ => false,
    };

    private void Add(IOperation operation, BasicBlock block, FlowGraph graph, SemanticModel model)
    {
        foreach (var part in operation.ChildOperations)
        {
            Add(part, block, graph, model);
        }

        if (Tells(operation) && graph.PositionOf(operation.Syntax) is { } position && position.Block == block.Ordinal && model.GetOperation(operation.Syntax) is { } written)
        {
            if (!_ofBlocks.TryGetValue(block.Ordinal, out var tellers))
            {
                _ofBlocks.Add(block.Ordinal, tellers = []);
            }

            tellers.Add(Read(written, position.Order));
        }
    }

    private static Teller Read(IOperation written, int order) => written switch
    {
        IInvocationOperation call when NeverReturns(call.TargetMethod) || FilterExits.RefusesIn(call.TargetMethod) => new(order, [], Stops: true),
        IInvocationOperation call when IsNotAwaited(call) => new(order, [], Stops: false),
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true } call => new(order, [PathCondition.OfUnknown(call.Syntax, answer: true)], Stops: false),
        IInvocationOperation call => new(order, [PathCondition.After(call.TargetMethod) with { Arguments = ScopeAnswers.ConstantsIn(call) }], Stops: false),
        ISimpleAssignmentOperation assignment when FilterExits.ToldBy(assignment) is { IsDefault: false } told => new(order, told, Stops: false),
        _ => new(order, [], Stops: true),
    };

    private static bool NeverReturns(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "DoesNotReturnAttribute" })
        || (method.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() switch
        {
            MethodDeclarationSyntax { ExpressionBody.Expression: ThrowExpressionSyntax } or LocalFunctionStatementSyntax { ExpressionBody.Expression: ThrowExpressionSyntax } => true,
            MethodDeclarationSyntax { Body: { Statements: [.., ThrowStatementSyntax] } body } => !Returns(body),
            LocalFunctionStatementSyntax { Body: { Statements: [.., ThrowStatementSyntax] } body } => !Returns(body),
            _ => false,
        });

    private static bool Returns(BlockSyntax body) => body.DescendantNodes(node => node is not (LambdaExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node is ReturnStatementSyntax);

    // Nobody waits for a task that is thrown away, so what it throws stops nothing.
    private static bool IsNotAwaited(IInvocationOperation call) => call.TargetMethod.ReturnType is { Name: "Task" or "ValueTask" }
        && call.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    // Of what a library does with the user, nothing is known. A demand has no answer.
    private static bool IsDemandOfLibrary(IInvocationOperation call) =>
        call.TargetMethod is { DeclaringSyntaxReferences.IsEmpty: true } and ({ ReturnsVoid: true } or { ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 } or { Name: "DigitalOceanUser" } }) && ScopeQuestions.IsOfLibrary(call);

    // A method that is told the user or a scope may throw where the scope is missing, and so may one that says so. Others are not looked at: there are many.
    private static bool IsDemand(IInvocationOperation call) =>
        !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
        && (IsDemand(call.TargetMethod.Name) || IsToldAboutScopes(call) || MayThrowInside(call))
        && !IsOnBuilder(call);

    // Asked for each call of a method of the project, so nothing is made for it.
    private static bool IsDemand(string method)
    {
        foreach (var demand in Demands)
        {
            if (method.StartsWith(demand, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // A guard on an endpoint or a group, which runs nothing now.
    private static bool IsOnBuilder(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Type is { Name: var name } && (name.EndsWith("Builder", StringComparison.Ordinal) || name == "WebApplication");

    // As in "EnforceScopes();", for the class itself.
    private static bool MayThrowInside(IInvocationOperation call) =>
        call is { Arguments.IsEmpty: true, Instance: IInstanceReferenceOperation, TargetMethod: { ReturnsVoid: true } or { ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 } } }
        && ScopeQuestions.MayBeInFile(call.TargetMethod.DeclaringSyntaxReferences[0].SyntaxTree);

    private static bool IsToldAboutScopes(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Type is { Name: "DigitalOceanUser" or "ClaimsPrincipal" or "HttpContext" } || FilterExits.IsContext(argument.Value.Type) || (argument.Value.ConstantValue.Value is string scope && scope.Contains(':')))
            {
                return true;
            }
        }

        return false;
    }
}
