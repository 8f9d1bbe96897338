using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>What the statements of a function's blocks tell those behind them about the user's scopes.</summary>
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
        IInvocationOperation call => IsDemand(call) || NeverReturns(call.TargetMethod),
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
        IInvocationOperation call when NeverReturns(call.TargetMethod) => new(order, [], Stops: true),
        IInvocationOperation call => new(order, [PathCondition.After(call.TargetMethod.DeclaringSyntaxReferences[0].GetSyntax()) with { Arguments = ConditionReader.ConstantsIn(call) }], Stops: false),
        ISimpleAssignmentOperation assignment when FilterExits.ToldBy(assignment) is { IsDefault: false } told => new(order, told, Stops: false),
        _ => new(order, [], Stops: true),
    };

    private static bool NeverReturns(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "DoesNotReturnAttribute" })
        || (method.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() switch
        {
            MethodDeclarationSyntax { ExpressionBody.Expression: ThrowExpressionSyntax } or MethodDeclarationSyntax { Body.Statements: [ThrowStatementSyntax] } => true,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: ThrowExpressionSyntax } or LocalFunctionStatementSyntax { Body.Statements: [ThrowStatementSyntax] } => true,
            _ => false,
        });

    // A method that is told the user or a scope may throw where the scope is missing, and so may one that says so. Others are not looked at: there are many.
    private static bool IsDemand(IInvocationOperation call) =>
        !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
        && (IsDemand(call.TargetMethod.Name) || IsToldAboutScopes(call))
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

    private static bool IsToldAboutScopes(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Type is { Name: "DigitalOceanUser" } || (argument.Value.ConstantValue.Value is string scope && scope.Contains(':')))
            {
                return true;
            }
        }

        return false;
    }
}
