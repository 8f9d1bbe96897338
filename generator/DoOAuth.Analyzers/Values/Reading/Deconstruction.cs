using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>What a local gets where a value is taken apart, as in <c>var (domain, record) = pair</c> or <c>foreach (var (key, value) in all)</c>.</summary>
/// <param name="Value">The value, or the collection of values.</param>
/// <param name="IsOfElements">Whether a loop takes the elements of the collection apart.</param>
/// <param name="Position">The position of the local.</param>
internal sealed record Deconstruction(IOperation Value, bool IsOfElements, int Position)
{
    /// <summary>How a local is declared; null for any other declaration.</summary>
    /// <param name="use">The reference to the local.</param>
    /// <param name="declaration">The declaration.</param>
    public static Deconstruction? Of(IOperation use, SyntaxNode declaration)
    {
        if (declaration is not SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax { Parent: DeclarationExpressionSyntax whole } parts } own)
        {
            return null;
        }

        var (expression, isOfElements) = whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => (assignment.Right, false),
            ForEachVariableStatementSyntax loop => (loop.Expression, true),
            _ => (null, false),
        };
        return expression is not null && use.SemanticModel?.GetOperation(expression) is { } value ? new(value, isOfElements, parts.Variables.IndexOf(own)) : null;
    }

    /// <summary>The property of a record that the local gets; null if it is not a record.</summary>
    public string? NameOfPart => (IsOfElements ? ElementTypeOf(Value.Type) : Value.Type) is INamedTypeSymbol { IsRecord: true } type
        ? type.InstanceConstructors
            .Where(constructor => constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is TypeDeclarationSyntax)
            .Select(constructor => constructor.Parameters.ElementAtOrDefault(Position)?.Name)
            .FirstOrDefault()
        : null;

    private static ITypeSymbol? ElementTypeOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol named => named.AllInterfaces.Append(named).FirstOrDefault(one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        _ => null,
    };
}
