using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads the elements of arrays, lists, dictionaries and tuples that the code writes out.</summary>
internal sealed class CollectionReading(ValueReader values)
{
    /// <summary>The expressions of which one is an element; empty if they are unknown.</summary>
    public ImmutableArray<IOperation> ElementsOf(IOperation collection) => OfOrigins(collection, Elements);

    /// <summary>The expressions of which one is at an index or a key; empty if they are unknown.</summary>
    public ImmutableArray<IOperation> ElementsAt(IOperation collection, IOperation index) => index.ConstantValue is { HasValue: true, Value: { } key }
        ? OfOrigins(collection, origin => key is int position && Elements(origin) is { IsEmpty: false } elements
            ? position >= 0 && position < elements.Length ? [elements[position]] : []
            : [.. Entries(origin).Where(entry => Equals(entry.Key.ConstantValue.Value, key)).Select(entry => entry.Value)])
        : OfOrigins(collection, origin => Elements(origin) is { IsEmpty: false } elements ? elements : [.. Entries(origin).Select(entry => entry.Value)]);

    /// <summary>The expressions of which one is an item of a tuple; empty if they are unknown.</summary>
    public ImmutableArray<IOperation> ItemsOf(IOperation tuple, int position) =>
        OfOrigins(tuple, origin => origin is ITupleOperation { Elements: var elements } && position >= 0 && position < elements.Length ? [elements[position]] : []);

    /// <summary>The expressions of which one is a field of a tuple, by its own name or as <c>Item1</c>; empty if they are unknown.</summary>
    public ImmutableArray<IOperation> ItemsOf(IOperation tuple, IFieldSymbol field)
    {
        var positions = field.ContainingType.TupleElements;
        for (var position = 0; !positions.IsDefault && position < positions.Length; position++)
        {
            if (SymbolEqualityComparer.Default.Equals(positions[position].CorrespondingTupleField ?? positions[position], field.CorrespondingTupleField ?? field))
            {
                return ItemsOf(tuple, position);
            }
        }

        return [];
    }

    private ImmutableArray<IOperation> OfOrigins(IOperation value, Func<IOperation, ImmutableArray<IOperation>> read)
    {
        var found = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var origin in values.Origins(value).SelectMany(origin => Copied(origin)))
        {
            if (origin is null || read(origin) is not { IsEmpty: false } elements)
            {
                return [];
            }

            found.AddRange(elements);
        }

        return found.ToImmutable();
    }

    // What another collection is made of, with the same elements.
    private ImmutableArray<IOperation?> Copied(IOperation? origin) => origin is IInvocationOperation
    {
        TargetMethod: { IsExtensionMethod: true, DeclaringSyntaxReferences.IsEmpty: true, Name: "ToArray" or "ToList" or "AsReadOnly" or "ToFrozenDictionary" or "ToImmutableDictionary" or "ToImmutableArray" or "ToImmutableList" },
    } copy && copy.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).ToList() is [var source] ? values.Origins(source.Value) : [origin];

    private static ImmutableArray<IOperation> Elements(IOperation origin)
    {
        ImmutableArray<IOperation> elements = origin switch
        {
            IArrayCreationOperation { Initializer.ElementValues: var array } => array,
            ICollectionExpressionOperation { Elements: var collection } => collection,
            IObjectCreationOperation { Initializer.Initializers: var added } =>
                [.. added.OfType<IInvocationOperation>().Where(add => add.Arguments.Length == 1).Select(add => add.Arguments[0].Value)],
            _ => [],
        };
        return elements.Any(element => element is ISpreadOperation) ? [] : elements;
    }

    private static IEnumerable<(IOperation Key, IOperation Value)> Entries(IOperation origin)
    {
        foreach (var entry in (origin as IObjectCreationOperation)?.Initializer?.Initializers ?? [])
        {
            switch (entry)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var key] }, Value: var value }:
                    yield return (key.Value, value);
                    break;
                case IInvocationOperation { Arguments: [var key, var value] }:
                    yield return (key.Value, value.Value);
                    break;
            }
        }
    }
}
