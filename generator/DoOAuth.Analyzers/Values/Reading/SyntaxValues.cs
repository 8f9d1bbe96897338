using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>
/// Reads expressions of other files by their text: an analyzer may not ask for another file's meaning. Names lead to parameters
/// of the member and to constants of its class, no further.
/// </summary>
internal static class SyntaxValues
{
    private const int MostSteps = 8;

    /// <summary>What a member's expression may be as text.</summary>
    public static ImmutableArray<TextPattern> Texts(ExpressionSyntax expression, ISymbol member) => Texts(expression, member, MostSteps);

    /// <summary>What a member's expression may be as a verb.</summary>
    public static ImmutableArray<VerbPattern> Verbs(ExpressionSyntax expression, ISymbol member) => expression switch
    {
        MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: var verb } when IsNamed(type, "HttpMethod") => [VerbPattern.Of(verb)],
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var name] } => [.. Texts(name.Expression, member).Select(VerbPattern.Of)],
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: "Parse" },
            ArgumentList.Arguments: [var name],
        } when IsNamed(type, "HttpMethod") => [.. Texts(name.Expression, member).Select(VerbPattern.Of)],
        _ => [VerbPattern.Unknown],
    };

    private static ImmutableArray<TextPattern> Texts(ExpressionSyntax expression, ISymbol member, int steps) => expression switch
    {
        _ when steps == 0 => [TextPattern.Hole],
        LiteralExpressionSyntax { Token.Value: { } value } => [TextPattern.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")],
        ParenthesizedExpressionSyntax inner => Texts(inner.Expression, member, steps),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => Texts(inner.Operand, member, steps),
        ConditionalExpressionSyntax choice => [.. Texts(choice.WhenTrue, member, steps - 1), .. Texts(choice.WhenFalse, member, steps - 1)],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
            TextPattern.Combine(Texts(sum.Left, member, steps), Texts(sum.Right, member, steps)),
        InterpolatedStringExpressionSyntax interpolated => interpolated.Contents
            .Select(content => OfContent(content, member, steps))
            .Aggregate(ImmutableArray.Create(TextPattern.Empty), TextPattern.Combine),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var address, ..] arguments } creation when IsUri(creation, member) =>
            arguments is [_, var second, ..] && !second.ToString().StartsWith("UriKind.", StringComparison.Ordinal)
                ? [TextPattern.Hole]
                : Texts(address.Expression, member, steps - 1),
        IdentifierNameSyntax name => OfName(name.Identifier.ValueText, member, steps),
        MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: var name } when IsNamed(type, member.ContainingType.Name) =>
            OfName(name, member, steps),
        _ => [TextPattern.Hole],
    };

    private static ImmutableArray<TextPattern> OfContent(InterpolatedStringContentSyntax content, ISymbol member, int steps) => content switch
    {
        InterpolatedStringTextSyntax { TextToken.ValueText: var text } => [TextPattern.Of(text)],
        InterpolationSyntax { FormatClause: null, AlignmentClause: null, Expression: var expression } => Texts(expression, member, steps - 1),
        _ => [TextPattern.Hole],
    };

    private static ImmutableArray<TextPattern> OfName(string name, ISymbol member, int steps)
    {
        if (member is IMethodSymbol method && method.OriginalDefinition.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter)
        {
            return parameter.Type.SpecialType == SpecialType.System_String || parameter.Type.Name == "Uri"
                ? [TextPattern.Of(parameter)]
                : [TextPattern.Hole];
        }

        var found = member.ContainingType.GetMembers(name).FirstOrDefault();
        return found is IFieldSymbol { HasConstantValue: true, ConstantValue: { } value } ? [TextPattern.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")]
            : found is IFieldSymbol or IPropertySymbol && MemberValues.ExpressionOf(found) is { } expression ? Texts(expression, found, steps - 1)
            : [TextPattern.Hole];
    }

    private static bool IsUri(BaseObjectCreationExpressionSyntax creation, ISymbol member) => creation is ObjectCreationExpressionSyntax { Type: var type }
        ? IsNamed(type, "Uri")
        : member switch
        {
            IFieldSymbol field => field.Type.Name == "Uri",
            IPropertySymbol property => property.Type.Name == "Uri",
            IMethodSymbol method => method.ReturnType.Name == "Uri",
            _ => false,
        };

    private static bool IsNamed(ExpressionSyntax type, string name) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText == name,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var last } => last == name,
        QualifiedNameSyntax { Right.Identifier.ValueText: var last } => last == name,
        _ => false,
    };
}
