using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Where filters go on: those that call what comes next, and those of MVC that come back without setting a result.</summary>
internal static class FilterExits
{
    /// <summary>Whether a call is one of what comes after a filter.</summary>
    public static bool IsNext(IInvocationOperation call) => call.TargetMethod.MethodKind == MethodKind.DelegateInvoke && IsNext(call.TargetMethod.ContainingType);

    /// <summary>The delegate with which a filter goes on, if a call hands it to another method of the project; null for other calls.</summary>
    public static IOperation? GoesOnIn(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value is IParameterReferenceOperation next && IsNext(next.Type))
            {
                return call.TargetMethod.DeclaringSyntaxReferences.IsEmpty ? null : next;
            }
        }

        return null;
    }

    /// <summary>Whether the type is that of the delegate with which filters go on.</summary>
    public static bool IsNext(ITypeSymbol? type) => type is INamedTypeSymbol
    {
        Name: "EndpointFilterDelegate" or "ActionExecutionDelegate" or "ResourceExecutionDelegate" or "PageHandlerExecutionDelegate",
    }
    or INamedTypeSymbol { Name: "Func", TypeArguments: [{ Name: "HubInvocationContext" }, ..] };

    /// <summary>The filters that go on at an operation: from the function that contains it to the one that was given the delegate.</summary>
    public static IEnumerable<CodeKey> FiltersAround(IOperation next, IOperation? given, ISymbol containing)
    {
        yield return CodeKey.Enclosing(next, containing);
        var owner = (given as IParameterReferenceOperation)?.Parameter.ContainingSymbol;
        for (var function = CodeKey.EnclosingFunction(next); function is not null && !IsOf(function, owner); function = CodeKey.EnclosingFunction(function))
        {
            yield return CodeKey.Enclosing(function, containing);
        }
    }

    /// <summary>Whether the type is that of what a filter of MVC is given.</summary>
    public static bool IsContext(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && named.Name.EndsWith("Context", StringComparison.Ordinal) && Namespaces.IsIn(named, "Microsoft.AspNetCore.Mvc.Filters");

    /// <summary>Whether a method of the project always sets the result of the filter whose context it is given.</summary>
    public static bool RefusesIn(IMethodSymbol method) => method.Parameters.Any(parameter => IsContext(parameter.Type))
        && method.DeclaringSyntaxReferences is [var declaration]
        && (declaration.GetSyntax() switch
        {
            MethodDeclarationSyntax { Body.Statements: var statements } => statements.OfType<ExpressionStatementSyntax>().Select(statement => statement.Expression),
            MethodDeclarationSyntax { ExpressionBody.Expression: var expression } => [expression],
            _ => Enumerable.Empty<ExpressionSyntax>(),
        }).Any(expression => expression is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" }, Right: not LiteralExpressionSyntax });

    /// <summary>Whether an assignment sets a filter's result, so that the handler does not run.</summary>
    public static bool IsResult(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: var type } } && Namespaces.IsIn(type, "Microsoft.AspNetCore.Mvc.Filters");

    /// <summary>What is known if an assignment did not refuse, since it sets the result to null if it lets the request in; default if it always refuses.</summary>
    public static ImmutableArray<PathCondition> ToldBy(ISimpleAssignmentOperation assignment) => Branches.Unconverted(assignment.Value) switch
    {
        IConditionalOperation choice when IsNull(choice.WhenTrue) => ConditionReader.Implied(choice.Condition, value: true),
        IConditionalOperation choice when IsNull(choice.WhenFalse) => ConditionReader.Implied(choice.Condition, value: false),
        var value => IsNull(value) ? [] : default,
    };

    private static bool IsOf(IOperation function, ISymbol? owner) => owner is not null && SymbolEqualityComparer.Default.Equals(
        function switch { IAnonymousFunctionOperation lambda => lambda.Symbol, ILocalFunctionOperation local => local.Symbol, _ => null }, owner);

    private static bool IsNull(IOperation? value) => value is not null && Branches.Unconverted(value) is { ConstantValue: { HasValue: true, Value: null } };
}
