using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>The local functions and lambdas in variables around a variable of which one changes it. Where they are called, they run.</summary>
internal sealed class CalledFunctions
{
    private readonly Dictionary<string, VariableMentions> _names = new(StringComparer.Ordinal);

    private CalledFunctions()
    {
    }

    /// <summary>The functions that run at the moment, by their bodies.</summary>
    public HashSet<SyntaxNode> Running { get; } = [];

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

    /// <summary>Whether the function is only called, and nobody keeps it to run it later.</summary>
    public bool AreAllCallsOf(string function) => _names.TryGetValue(function, out var mentions)
        && mentions.Tokens.All(token => token.Parent is LocalFunctionStatementSyntax or SimpleNameSyntax { Parent: InvocationExpressionSyntax });

    /// <summary>What runs at a call of a local function, or of a lambda in a variable that never has another value; null for other calls.</summary>
    public static IOperation? BodyOf(IInvocationOperation call) => call.TargetMethod switch
    {
        { MethodKind: MethodKind.LocalFunction, OriginalDefinition.DeclaringSyntaxReferences: [var declaration] } when call.SemanticModel?.SyntaxTree == declaration.SyntaxTree =>
            (call.SemanticModel.GetOperation(declaration.GetSyntax()) as ILocalFunctionOperation)?.Body,
        { MethodKind: MethodKind.DelegateInvoke } when call.Instance is ILocalReferenceOperation { Local: var local } use && VariableScope.OnlyValue(use, local) is { } value =>
            (Branches.Unconverted(value) switch { IDelegateCreationOperation { Target: var target } => target, var other => other } as IAnonymousFunctionOperation)?.Body,
        _ => null,
    };

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
