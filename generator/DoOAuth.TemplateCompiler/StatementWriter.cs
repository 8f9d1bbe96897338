using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Scriban.Syntax;

namespace DoOAuth.TemplateCompiler;

/// <summary>Writes a template's statements as C# that appends to a builder named <c>text</c>.</summary>
/// <param name="path">The template's file.</param>
internal sealed class StatementWriter(string path)
{
    private readonly StringBuilder _source = new();
    private int _loops;

    /// <summary>Writes a whole template.</summary>
    /// <exception cref="UnsupportedSyntaxException">The template uses syntax that cannot be compiled.</exception>
    public string Write(ScriptBlockStatement? body)
    {
        Write(body, new ExpressionWriter(isLast: null));
        return _source.ToString();
    }

    private void Write(ScriptBlockStatement? block, ExpressionWriter expressions)
    {
        foreach (var statement in block?.Statements ?? [])
        {
            switch (statement)
            {
                case ScriptRawStatement { Text.Length: > 0 } raw:
                    _source.Append($"text.Append({SymbolDisplay.FormatLiteral(raw.Text.ToString(), quote: true)});\n");
                    break;
                case ScriptExpressionStatement expression:
                    Line(expression, $"text.Append({expressions.Value(expression.Expression)});");
                    break;
                case ScriptIfStatement condition:
                    Write(condition, expressions);
                    break;
                case ScriptForStatement loop:
                    Write(loop, expressions);
                    break;
                case ScriptRawStatement or ScriptEscapeStatement or ScriptEndStatement:
                    break;
                default:
                    throw new UnsupportedSyntaxException(statement);
            }
        }
    }

    private void Write(ScriptIfStatement statement, ExpressionWriter expressions)
    {
        Line(statement, $"if ({expressions.Condition(statement.Condition)})");
        Block(statement.Then, expressions);
        switch (statement.Else)
        {
            case ScriptIfStatement otherwise:
                _source.Append("else\n");
                Write(otherwise, expressions);
                break;
            case ScriptElseStatement { Body: var body }:
                _source.Append("else\n");
                Block(body, expressions);
                break;
        }
    }

    // By index, so that the last iteration is known.
    private void Write(ScriptForStatement statement, ExpressionWriter expressions)
    {
        if (statement is not { Variable: ScriptVariable item, NamedArguments: null or { Count: 0 }, Else: null })
        {
            throw new UnsupportedSyntaxException(statement);
        }

        var number = ++_loops;
        Line(statement, $"var items{number} = {expressions.Value(statement.Iterator)};");
        _source.Append($"for (var index{number} = 0; index{number} < items{number}.Count; index{number}++)\n{{\n");
        Line(statement, $"var {expressions.Value(item)} = items{number}[index{number}];");
        Write(statement.Body, new ExpressionWriter($"(index{number} == items{number}.Count - 1)"));
        _source.Append("}\n");
    }

    private void Block(ScriptBlockStatement? body, ExpressionWriter expressions)
    {
        _source.Append("{\n");
        Write(body, expressions);
        _source.Append("}\n");
    }

    // The compiler's errors refer to the template.
    private void Line(ScriptNode node, string source) =>
        _source.Append($"#line {node.Span.Start.Line + 1} \"{path}\"\n{source}\n");
}
