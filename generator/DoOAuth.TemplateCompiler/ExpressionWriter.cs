using Microsoft.CodeAnalysis.CSharp;
using Scriban.Syntax;

namespace DoOAuth.TemplateCompiler;

/// <summary>Writes a template's expressions as C#. The C# compiler checks whether names and members exist.</summary>
/// <param name="isLast">The expression that is true in the last iteration of the innermost loop.</param>
internal sealed class ExpressionWriter(string? isLast)
{
    /// <summary>An expression whose value is written to the text.</summary>
    public string Value(ScriptExpression? expression) => expression switch
    {
        ScriptMemberExpression { Target: ScriptVariable { Name: "for" }, Member.Name: "last" } when isLast is not null => isLast,
        ScriptVariable { Name: var name } when IsName(name) => name,
        ScriptMemberExpression { Target: var target, Member.Name: var member } when IsName(member) => $"{Value(target)}.{member}",
        ScriptLiteral { Value: string text } => SymbolDisplay.FormatLiteral(text, quote: true),
        ScriptNestedExpression { Expression: var inner } => $"({Value(inner)})",
        _ => throw new UnsupportedSyntaxException(expression!),
    };

    /// <summary>A condition. As in Scriban, a value that is neither true nor false counts as true unless it is null.</summary>
    public string Condition(ScriptExpression? expression) => expression switch
    {
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not, Right: var right } => $"!({Condition(right)})",
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.And, Left: var left, Right: var right } => $"({Condition(left)} && {Condition(right)})",
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.Or, Left: var left, Right: var right } => $"({Condition(left)} || {Condition(right)})",
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.CompareEqual, Left: var left, Right: var right } => $"{Value(left)} == {Value(right)}",
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.CompareNotEqual, Left: var left, Right: var right } => $"{Value(left)} != {Value(right)}",
        ScriptNestedExpression { Expression: var inner } => Condition(inner),
        _ => $"IsTrue({Value(expression)})",
    };

    private static bool IsName(string name) => SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;
}
