using System.Text.RegularExpressions;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values;

/// <summary>Tells where code checks a text, so that it may only take known values.</summary>
internal static class TextChecks
{
    private static readonly Regex CheckNames = new(
        "^(Is(?!NullOr)|Try(?!GetValue|Add)|ThrowIf(?!Null|Greater|Less|Zero|Negative)|Contains|Match|Validate|Ensure|Check|Verify|Require|Assert|Against|All$|Any$|Parse|StartsWith|EndsWith|IndexOf|Index|Matches)",
        RegexOptions.CultureInvariant);

    // Any constraint but those on the length.
    private static readonly Regex Constraints = new(@"\{\*{0,2}(?<name>\w+):(?!((min|max)?length\([^)]*\)|required|:)*[?=}])", RegexOptions.CultureInvariant);

    /// <summary>Whether the code around the place checks what is put there.</summary>
    public static bool IsCheckedAt(Location place) => place.SourceTree?.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true) is { } expression
        && FunctionAround(expression) is { } function
        && expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => IsCheckedIn(function, name.Identifier.ValueText));

    /// <summary>Whether the method with the parameter checks it.</summary>
    public static bool IsChecked(IParameterSymbol parameter) => parameter.DeclaringSyntaxReferences is [var declaration, ..]
        && FunctionAround(declaration.GetSyntax()) is { } function
        && IsCheckedIn(function, parameter.Name);

    /// <summary>Whether a route's pattern in the code limits the parameter to values without dots: there, in a constant, or in a group in a variable.</summary>
    public static bool IsConstrained(string parameter, SyntaxNode code) => TextsIn(code, [])
        .SelectMany(text => Constraints.Matches(text).Cast<Match>())
        .Any(match => string.Equals(match.Groups["name"].Value, parameter, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> TextsIn(SyntaxNode code, HashSet<SyntaxNode> seen)
    {
        foreach (var token in seen.Add(code) ? code.DescendantTokens(node => node is not AnonymousFunctionExpressionSyntax) : [])
        {
            if (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
            {
                yield return token.ValueText;
            }
            else if (token.Parent is IdentifierNameSyntax name && code is ExpressionSyntax)
            {
                foreach (var text in VariableMentions.In(code.SyntaxTree.GetRoot(), name.Identifier.ValueText).Tokens
                    .Select(mention => (mention.Parent as VariableDeclaratorSyntax)?.Initializer?.Value)
                    .OfType<ExpressionSyntax>()
                    .SelectMany(value => TextsIn(value, seen)))
                {
                    yield return text;
                }
            }
        }
    }

    private static SyntaxNode? FunctionAround(SyntaxNode node) => node.Ancestors().FirstOrDefault(around =>
        around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or TypeDeclarationSyntax or CompilationUnitSyntax);

    private static bool IsCheckedIn(SyntaxNode code, string name) => VariableMentions.In(code, name).Tokens.Any(token => token.Parent is IdentifierNameSyntax mention && IsCheck(mention));

    private static bool IsCheck(IdentifierNameSyntax mention)
    {
        SyntaxNode place = mention;
        for (var around = mention.Parent; around is not null and not StatementSyntax and not AnonymousFunctionExpressionSyntax; (place, around) = (around, around.Parent))
        {
            switch (around)
            {
                case InvocationExpressionSyntax call when CalledName.Of(call.Expression) is var name && ((CheckNames.IsMatch(name) && !IsSearch(call, mention)) || (name == "TryGetValue" && IsLookedUp(call))):
                case SwitchExpressionSyntax choice when choice.GoverningExpression == place:
                case IsPatternExpressionSyntax test when test.Expression == place && !IsAboutNothing(test.Pattern):
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison when IsKnown(comparison.Left == place ? comparison.Right : comparison.Left):
                    return true;
                case InvocationExpressionSyntax { Parent: not MemberAccessExpressionSyntax } or InterpolatedStringExpressionSyntax:
                    return false;
            }
        }

        return place.Parent switch
        {
            SwitchStatementSyntax statement => statement.Expression == place,
            ForEachStatementSyntax loop => loop.Expression == place && IsCheckedIn(loop.Statement, loop.Identifier.ValueText),
            _ => false,
        };
    }

    // What finds a part of the text, as in mail.IndexOf('@'), says nothing about dots and slashes.
    private static bool IsSearch(InvocationExpressionSyntax call, IdentifierNameSyntax mention) =>
        call.Expression is MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "IndexOf" } name, Expression: var text }
        && (text == mention || name == mention)
        && call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax { Token.ValueText: var sought } }, ..]
        && sought.IndexOfAny(['.', '/', '\\', '%']) < 0;

    // Only whether the text is known counts, or the method ends if it is not. A cache gets what it does not have.
    private static bool IsLookedUp(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments is [_, { Expression: IdentifierNameSyntax { Identifier.ValueText: "_" } or DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax } }]
        || call.Parent is PrefixUnaryExpressionSyntax { Parent: IfStatementSyntax { Statement: ReturnStatementSyntax or ThrowStatementSyntax or BlockSyntax { Statements: [ReturnStatementSyntax or ThrowStatementSyntax] } } };

    private static bool IsAboutNothing(PatternSyntax pattern) => !pattern.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>()
        .Any(literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.ValueText.Length > 0)
        && !pattern.DescendantNodesAndSelf().OfType<ConstantPatternSyntax>().Any(constant => constant.Expression is NameSyntax or MemberAccessExpressionSyntax);

    private static bool IsKnown(ExpressionSyntax other) => other switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.ValueText.Length > 0,
        MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax } => false,
        _ => other is NameSyntax or MemberAccessExpressionSyntax,
    };
}
