using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Determines what is known where a lambda runs, if that is not where it is made.</summary>
internal static class LambdaRuns
{
    /// <summary>What a method asks before it runs the lambda that it is given. Default if the lambda only runs where its variable is called, and that place counts.</summary>
    public static ImmutableArray<PathCondition> At(IAnonymousFunctionOperation lambda)
    {
        var around = lambda.Parent;
        while (around is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
        {
            around = around.Parent;
        }

        return around switch
        {
            IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences: [var code] } method } call } when ScopeQuestions.MayBeInFile(code.SyntaxTree) =>
                [PathCondition.Of(CodeKey.Of((ISymbol)parameter)) with { Arguments = ScopeAnswers.ConstantsIn(call) }],
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } when ScopeQuestions.MayBeInFile(lambda.Syntax.SyntaxTree) && IsOnlyCalled(local, FlowGraph.FunctionAround(lambda)) => default,
            _ => [],
        };
    }

    /// <summary>The parameter whose delegate a call runs.</summary>
    public static ISymbol? ParameterOf(IInvocationOperation call)
    {
        var called = call.Instance is IConditionalAccessInstanceOperation ? null : call.Instance;
        return called is IParameterReferenceOperation { Parameter: var parameter } && ScopeQuestions.MayBeInFile(call.Syntax.SyntaxTree) ? parameter : null;
    }

    private static bool IsOnlyCalled(ILocalSymbol local, IOperation function) => function.Descendants().OfType<ILocalReferenceOperation>()
        .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))
        .All(use => use.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.Instance == use);
}
