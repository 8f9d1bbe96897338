using System.Collections.Immutable;
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
        var (place, outer) = (declaration, ImmutableArray<int>.Empty);
        while (place.Parent is ParenthesizedVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax around } within)
        {
            (place, outer) = (within, outer.Insert(0, around.Variables.IndexOf(within)));
        }

        if (declaration is not SingleVariableDesignationSyntax own || place.Parent is not ParenthesizedVariableDesignationSyntax { Parent: DeclarationExpressionSyntax whole })
        {
            return null;
        }

        var (expression, isOfElements) = whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => (assignment.Right, false),
            ForEachVariableStatementSyntax loop => (loop.Expression, true),
            _ => (null, false),
        };
        return expression is not null && use.SemanticModel?.GetOperation(expression) is { } value
            ? new(value, isOfElements, ((ParenthesizedVariableDesignationSyntax)own.Parent!).Variables.IndexOf(own)) { Outer = outer }
            : null;
    }

    /// <summary>The positions of the parts around the local's, from the outside, as of <c>target</c> in <c>((domain, record), comment)</c>.</summary>
    public ImmutableArray<int> Outer { get; init; } = [];

    /// <summary>The property of a record that the local gets, with those around it as in <c>Target.Domain</c>; null if one of them is not a record.</summary>
    public string? NameOfPart
    {
        get
        {
            var (type, names) = (IsOfElements ? ElementTypeOf(Value.Type) : Value.Type, new List<string>());
            foreach (var position in Outer.Add(Position))
            {
                if (PropertyAt(position, type) is not { } property)
                {
                    return null;
                }

                names.Add(property.Name);
                type = property.Type;
            }

            return string.Join(".", names);
        }
    }

    private static IParameterSymbol? PropertyAt(int position, ITypeSymbol? type) => type is INamedTypeSymbol { IsRecord: true } record
        ? record.InstanceConstructors
            .Where(constructor => constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is TypeDeclarationSyntax)
            .Select(constructor => constructor.Parameters.ElementAtOrDefault(position))
            .FirstOrDefault()
        : null;

    private static ITypeSymbol? ElementTypeOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol named => named.AllInterfaces.Append(named).FirstOrDefault(one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        _ => null,
    };
}
