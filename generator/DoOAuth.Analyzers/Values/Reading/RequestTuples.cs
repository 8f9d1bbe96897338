using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads a verb and an address that are parts of one tuple, so that it is known which belong together.</summary>
internal static class RequestTuples
{
    /// <summary>The requests; empty if the two are not parts of one tuple, or if it is not known.</summary>
    public static ImmutableArray<RequestPattern> Of(IOperation verb, IOperation address, ValueReader values)
    {
        if (PartIn(verb) is not { } first || PartIn(address) is not { } second || first.Value.Syntax != second.Value.Syntax)
        {
            return [];
        }

        var requests = ImmutableArray.CreateBuilder<RequestPattern>();
        foreach (var tuple in first.IsOfElements ? values.Collections.ElementsOf(first.Value) : [.. values.Origins(first.Value).OfType<IOperation>()])
        {
            var (verbs, addresses) = (values.Collections.ItemsOf(tuple, first.Position), values.Collections.ItemsOf(tuple, second.Position));
            if (verbs.IsEmpty || addresses.IsEmpty)
            {
                return [];
            }

            requests.AddRange(RequestPattern.Pair([.. verbs.SelectMany(item => values.Verbs(item)).Distinct()], [.. addresses.SelectMany(item => values.Texts(item)).Distinct()]));
        }

        return [.. requests.Distinct()];
    }

    // Of a local that gets nothing else.
    private static Deconstruction? PartIn(IOperation value) =>
        Branches.Unconverted(value) is ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: [var declaration] } local } use
        && declaration.GetSyntax() is SingleVariableDesignationSyntax { Identifier: var name } designation
        && VariableMentions.In(VariableScope.Of(use, local).Syntax, local.Name).ChangesOnlyAt(name)
            ? Deconstruction.Of(use, designation)
            : null;
}
