using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>
/// Reads what fields and properties that never change are initialized with, and what methods that only return something return:
/// in the same file as their use with all that the compiler knows, in other files by their text.
/// </summary>
internal static class MemberValues
{
    /// <param name="member">The field, property, method or local function.</param>
    /// <param name="use">Where it is used.</param>
    /// <param name="unknown">The unknown value.</param>
    /// <param name="values">Who asks.</param>
    /// <param name="ofOperation">Reads an expression of the same file.</param>
    /// <param name="ofSyntax">Reads an expression of another file, of the given member.</param>
    public static ImmutableArray<T> Read<T>(
        ISymbol member,
        IOperation use,
        T unknown,
        ValueReader values,
        Func<IOperation, ImmutableArray<T>> ofOperation,
        Func<ExpressionSyntax, ISymbol, ImmutableArray<T>> ofSyntax)
    {
        if (ExpressionOf(member) is not { } expression)
        {
            return [unknown];
        }

        // Around the expression, since the expression itself may be a variable, which is read once as well.
        return values.Once(expression.Parent!, unknown, () =>
            expression.SyntaxTree != use.Syntax.SyntaxTree ? ofSyntax(expression, member)
            : use.SemanticModel?.GetOperation(expression) is { } operation ? ofOperation(operation)
            : [unknown]);
    }

    /// <summary>The one expression that gives a member its value, or null if others may.</summary>
    public static ExpressionSyntax? ExpressionOf(ISymbol member)
    {
        member = member.OriginalDefinition;
        if (member is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true }
            || member.DeclaringSyntaxReferences is not [var reference])
        {
            return null;
        }

        return (member, reference.GetSyntax()) switch
        {
            (IFieldSymbol { IsReadOnly: true }, VariableDeclaratorSyntax { Initializer.Value: var value }) => UnlessAssigned(member, value),
            (IPropertySymbol { SetMethod: null }, PropertyDeclarationSyntax property) => Of(member, property),
            (IMethodSymbol { IsAsync: false }, MethodDeclarationSyntax method) => method.ExpressionBody?.Expression ?? Returned(method.Body),
            (IMethodSymbol { IsAsync: false }, LocalFunctionStatementSyntax function) => function.ExpressionBody?.Expression ?? Returned(function.Body),
            _ => null,
        };
    }

    private static ExpressionSyntax? Of(ISymbol member, PropertyDeclarationSyntax property) =>
        property.ExpressionBody?.Expression
        ?? (property.Initializer is { } initializer ? UnlessAssigned(member, initializer.Value) : null)
        ?? (property.AccessorList?.Accessors is [var getter] ? getter.ExpressionBody?.Expression ?? Returned(getter.Body) : null);

    private static ExpressionSyntax? Returned(BlockSyntax? body)
    {
        var returns = body?.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .Take(2)
            .ToList();
        return returns is [{ Expression: { } expression }] ? expression : null;
    }

    private static ExpressionSyntax? UnlessAssigned(ISymbol member, ExpressionSyntax initializer) =>
        member.ContainingType.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(type => type.Members.OfType<ConstructorDeclarationSyntax>())
            .SelectMany(constructor => constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .Any(assignment => assignment.Left switch
            {
                IdentifierNameSyntax name => name.Identifier.ValueText == member.Name,
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == member.Name,
                TupleExpressionSyntax tuple => tuple.ToString().Contains(member.Name),
                _ => false,
            })
            ? null
            : initializer;
}
