using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes.Guards;

/// <summary>A call that maps an endpoint, and the calls on its result.</summary>
/// <param name="Map">The call that maps.</param>
/// <param name="End">The last call that returns an endpoint builder. Guards are added after it.</param>
internal sealed record EndpointChain(InvocationExpressionSyntax Map, InvocationExpressionSyntax End)
{
    /// <summary>The dots of the chain, starting with the last one, including those before the call that maps.</summary>
    public IReadOnlyList<SyntaxToken> Dots { get; } = [.. DotsOf(End)];

    /// <summary>The names of the methods that are called in the chain.</summary>
    public ISet<string> Calls => new HashSet<string>(Dots.Select(dot => ((MemberAccessExpressionSyntax)dot.Parent!).Name.Identifier.ValueText), StringComparer.Ordinal);

    /// <summary>The chain around a node in the call that maps; null if the call does not return a builder.</summary>
    public static EndpointChain? Around(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } map || !IsBuilder(map))
        {
            return null;
        }

        var end = map;
        while (Next(end) is { } next && (IsBuilder(next) || IsUnknown(next)))
        {
            end = next;
        }

        return new EndpointChain(map, end);

        bool IsBuilder(InvocationExpressionSyntax call) => model.GetTypeInfo(call, cancellationToken).Type switch
        {
            ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(IsConventionBuilder),
            { } type => IsConventionBuilder(type),
            null => false,
        };

        // A guard whose scope is not declared yet.
        bool IsUnknown(InvocationExpressionSyntax call) => model.GetTypeInfo(call, cancellationToken).Type is null or IErrorTypeSymbol;
    }

    private static bool IsConventionBuilder(ITypeSymbol type) =>
        type.AllInterfaces.Prepend(type).Any(one => one is { Name: "IEndpointConventionBuilder", ContainingNamespace.Name: "Builder" });

    private static InvocationExpressionSyntax? Next(ExpressionSyntax call)
    {
        var whole = call;
        while (whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        return whole.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } member && member.Expression == whole && next.Expression == member
            ? next
            : null;
    }

    private static IEnumerable<SyntaxToken> DotsOf(ExpressionSyntax? expression)
    {
        while (expression is not null)
        {
            if (expression is MemberAccessExpressionSyntax { OperatorToken: var dot })
            {
                yield return dot;
            }

            expression = expression switch
            {
                InvocationExpressionSyntax call => call.Expression,
                MemberAccessExpressionSyntax member => member.Expression,
                ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
                PostfixUnaryExpressionSyntax suppressed => suppressed.Operand,
                _ => null,
            };
        }
    }
}
