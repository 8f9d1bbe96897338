using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers.Flow;

/// <summary>The local functions and lambdas in variables around a variable of which one changes it. Where they are called, they run.</summary>
internal sealed class CalledFunctions
{
    private readonly Dictionary<string, VariableMentions> _names = new(StringComparer.Ordinal);

    private CalledFunctions()
    {
    }

    /// <summary>Those in the scope of a variable; none if all mentions of the variable are outside of them.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="mentions">The mentions of the variable.</param>
    public static CalledFunctions In(SyntaxNode scope, VariableMentions mentions)
    {
        var called = new CalledFunctions();
        if (mentions.Tokens.Any(token => NameAround(token.Parent, scope) is not null))
        {
            foreach (var name in scope.DescendantNodes().Select(NameOf).OfType<string>())
            {
                called._names[name] = VariableMentions.In(scope, name);
            }
        }

        return called;
    }

    /// <summary>Whether one of them is named within a span.</summary>
    public bool IsIn(TextSpan place) => _names.Count > 0 && _names.Values.Any(mentions => mentions.IsIn(place));

    /// <summary>The function that runs at a call: a local function, or a lambda in a variable that never has another value; null for other calls.</summary>
    public static IOperation? FunctionOf(IInvocationOperation call) => call.TargetMethod.MethodKind switch
    {
        MethodKind.LocalFunction => Declared(call.TargetMethod, call.SemanticModel),
        MethodKind.DelegateInvoke when call.Instance is ILocalReferenceOperation { Local: var local } use && VariableScope.OnlyValue(use, local) is { } value => LambdaIn(value),
        _ => null,
    };

    /// <summary>The local function of a method group; null for another method.</summary>
    public static IOperation? FunctionOf(IMethodReferenceOperation group) => Declared(group.Method, group.SemanticModel);

    private static IOperation? Declared(IMethodSymbol method, SemanticModel? model) =>
        method is { MethodKind: MethodKind.LocalFunction, OriginalDefinition.DeclaringSyntaxReferences: [var declaration] } && model?.SyntaxTree == declaration.SyntaxTree
            ? model.GetOperation(declaration.GetSyntax()) as ILocalFunctionOperation
            : null;

    private static IOperation? LambdaIn(IOperation value)
    {
        while (((value as IConversionOperation)?.Operand ?? (value as IDelegateCreationOperation)?.Target ?? (value as IParenthesizedOperation)?.Operand) is { } inner)
        {
            value = inner;
        }

        return value as IAnonymousFunctionOperation;
    }

    private static string? NameAround(SyntaxNode? node, SyntaxNode scope)
    {
        for (; node is not null && node != scope; node = node.Parent)
        {
            if (NameOf(node) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        AnonymousFunctionExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } } => variable.Identifier.ValueText,
        _ => null,
    };
}
