using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.ScopeUses;

/// <summary>
/// Finds every attribute with its class. It uses operations instead of syntax, because the first action for a kind of syntax makes
/// the compiler collect every node of the project.
/// </summary>
internal static class AttributeAction
{
    public delegate void Analyze(OperationAnalysisContext context, AttributeSyntax attribute, INamedTypeSymbol attributeClass, SemanticModel model);

    public static void RegisterAttributeAction(this AnalysisContext context, Analyze analyze)
    {
        context.RegisterOperationAction(attribute => OfOperation(attribute, analyze), OperationKind.Attribute);
        context.RegisterOperationAction(function => OfFunction(function, analyze), OperationKind.AnonymousFunction, OperationKind.LocalFunction);
    }

    public static void RegisterAttributeAction(this CompilationStartAnalysisContext context, Analyze analyze)
    {
        context.RegisterOperationAction(attribute => OfOperation(attribute, analyze), OperationKind.Attribute);
        context.RegisterOperationAction(function => OfFunction(function, analyze), OperationKind.AnonymousFunction, OperationKind.LocalFunction);
    }

    private static void OfOperation(OperationAnalysisContext context, Analyze analyze) => Show(context, context.Operation, analyze);

    // Attributes of functions in a body are not operations of the body.
    private static void OfFunction(OperationAnalysisContext context, Analyze analyze)
    {
        var lists = context.Operation.Syntax switch
        {
            LambdaExpressionSyntax lambda => lambda.AttributeLists,
            LocalFunctionStatementSyntax function => function.AttributeLists,
            _ => default,
        };
        foreach (var attribute in lists.SelectMany(list => list.Attributes))
        {
            if (context.Operation.SemanticModel?.GetOperation(attribute, context.CancellationToken) is { } operation)
            {
                Show(context, operation, analyze);
            }
        }
    }

    private static void Show(OperationAnalysisContext context, IOperation operation, Analyze analyze)
    {
        if (operation is IAttributeOperation { Operation: IObjectCreationOperation { Constructor: { } constructor }, SemanticModel: { } model, Syntax: AttributeSyntax attribute })
        {
            analyze(context, attribute, constructor.ContainingType, model);
        }
    }
}
