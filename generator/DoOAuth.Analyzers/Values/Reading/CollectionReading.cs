using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads the elements of arrays, lists, dictionaries and tuples that the code writes out.</summary>
internal sealed class CollectionReading(ValueReader values)
{
    /// <summary>The expressions of which one is an element; empty if they are unknown.</summary>
    public ImmutableArray<IOperation> ElementsOf(IOperation collection) => OfOrigins(collection, Elements);

    /// <summary>The expressions of which one is at an index or a key; empty if they are unknown.</summary>
    public ImmutableArray<IOperation> ElementsAt(IOperation collection, IOperation index) => Branches.Unconverted(index) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int fromEnd } }
        ? OfOrigins(collection, origin => Elements(origin) is var elements && fromEnd > 0 && fromEnd <= elements.Length ? [elements[elements.Length - fromEnd]] : [])
        : index.ConstantValue is { HasValue: true, Value: { } key }
        ? OfOrigins(collection, origin => key is int position && Elements(origin) is { IsEmpty: false } elements
            ? position >= 0 && position < elements.Length ? [elements[position]] : []
            : [.. Entries(origin).Where(entry => Equals(entry.Key.ConstantValue.Value, key)).Select(entry => entry.Value)])
        : OfOrigins(collection, origin => Elements(origin) is { IsEmpty: false } elements ? elements : [.. Entries(origin).Select(entry => entry.Value)]);

    /// <summary>The keys or the values of a dictionary; empty if they are unknown.</summary>
    public ImmutableArray<IOperation> EntriesOf(IOperation dictionary, bool keys) => OfOrigins(dictionary, origin => [.. Entries(origin).Select(entry => keys ? entry.Key : entry.Value)]);

    /// <summary>The keys or the values that a variable of a loop over a dictionary has; empty if they are unknown.</summary>
    /// <param name="pair">The variable.</param>
    /// <param name="keys">Whether its key is asked for.</param>
    public ImmutableArray<IOperation> EntriesOf(ILocalReferenceOperation pair, bool keys) =>
        pair.Local.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is ForEachStatementSyntax loop && pair.SemanticModel?.GetOperation(loop.Expression) is { } dictionary ? EntriesOf(dictionary, keys) : [];

    /// <summary>The expressions of which one is an item of a tuple; empty if they are unknown.</summary>
    public ImmutableArray<IOperation> ItemsOf(IOperation tuple, int position) =>
        OfOrigins(tuple, origin => origin switch
        {
            ITupleOperation { Elements: var elements } when position >= 0 && position < elements.Length => [elements[position]],
            IObjectCreationOperation { Type.IsRecord: true, Initializer: null, Arguments: var arguments } when arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == position) is { } argument => [argument.Value],
            _ => [],
        });

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

    /// <summary>The expressions of which one is what a method such as <c>First</c> finds; empty if they are unknown.</summary>
    public ImmutableArray<IOperation> FoundBy(IInvocationOperation call) => call is { TargetMethod: { Name: "GetValueOrDefault", DeclaringSyntaxReferences.IsEmpty: true } }
        ? FoundOrDefault(call)
        : call is { TargetMethod: { ContainingType.Name: "Enumerable", Name: var name }, Arguments: [{ Value: var collection }, ..] }
        ? (name, ElementsOf(collection), call.Arguments.Length) switch
        {
            ("First" or "FirstOrDefault", [var first, ..], 1) => [first],
            ("Last" or "LastOrDefault", [.., var last], 1) => [last],
            ("First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" or "ElementAtOrDefault" or "Max" or "Min", var all, _) => all,
            _ => [],
        }
        : [];

    // What another collection is made of, with the same elements.
    private ImmutableArray<IOperation?> Copied(IOperation? origin) => origin is IInvocationOperation
    {
        TargetMethod: { IsExtensionMethod: true, DeclaringSyntaxReferences.IsEmpty: true, Name: "ToArray" or "ToList" or "AsReadOnly" or "ToFrozenDictionary" or "ToImmutableDictionary" or "ToImmutableArray" or "ToImmutableList" },
    } copy && copy.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).ToList() is [var source] ? values.Origins(source.Value) : [origin];

    private ImmutableArray<IOperation> Elements(IOperation origin)
    {
        ImmutableArray<IOperation> elements = origin switch
        {
            IInvocationOperation call => OfCall(call),
            IPropertyReferenceOperation { Property: { Name: "Keys" or "Values", DeclaringSyntaxReferences.IsEmpty: true } part, Instance: { } dictionary } => EntriesOf(dictionary, part.Name == "Keys"),
            IArrayCreationOperation { Initializer.ElementValues: var array } => array,
            ICollectionExpressionOperation { Elements: var collection } => collection,
            IObjectCreationOperation { Initializer.Initializers: var added } =>
                [.. added.OfType<IInvocationOperation>().Where(add => add.Arguments.Length == 1).Select(add => add.Arguments[0].Value)],
            _ => [],
        };
        return elements.Any(element => element is ISpreadOperation) ? Spread(elements) : elements;
    }

    // What is at the key, and the value for others.
    private ImmutableArray<IOperation> FoundOrDefault(IInvocationOperation call)
    {
        ImmutableArray<IOperation> given = [.. call.Arguments.Select(argument => argument.Value)];
        given = call.Instance is { } own ? given.Insert(0, own) : given;
        return given is [var dictionary, var key, ..] && !EntriesOf(dictionary, keys: false).IsEmpty ? ElementsAt(dictionary, key).AddRange(given.Skip(2)) : [];
    }

    private ImmutableArray<IOperation> Spread(ImmutableArray<IOperation> elements)
    {
        var all = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var element in elements)
        {
            ImmutableArray<IOperation> parts = element is ISpreadOperation { Operand: var collection } ? ElementsOf(collection) : [element];
            if (parts.IsEmpty)
            {
                return [];
            }

            all.AddRange(parts);
        }

        return all.ToImmutable();
    }

    // What a method of LINQ leaves of a collection or makes of it, and what a method of the project yields.
    private ImmutableArray<IOperation> OfCall(IInvocationOperation call) => call.TargetMethod switch
    {
        { DeclaringSyntaxReferences.IsEmpty: false } method => ValueSources.Yielded(method) is { IsEmpty: false } yielded
            && yielded.Select(expression => values.Members.CodeOf(expression, call)).ToList() is var operations
            && !operations.Contains(null) ? [.. operations.OfType<IOperation>()] : [],
        { ContainingType.Name: not ("Enumerable" or "ImmutableArray") } => [],
        { Name: "Where" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Distinct" or "Take" or "Skip" or "TakeWhile" or "SkipWhile" or "Reverse" or "AsEnumerable" or "Cast" or "OfType" or "ToHashSet" }
            when call.Arguments.Length > 0 => ElementsOf(call.Arguments[0].Value),
        { Name: "Create", ContainingType.Name: "ImmutableArray" } => [.. call.Arguments.SelectMany(argument => argument.ArgumentKind == ArgumentKind.Explicit ? [argument.Value] : ElementsOf(argument.Value))],
        { Name: "Concat" or "Union" } when call.Arguments is [{ Value: var first }, { Value: var second }, ..] => ElementsOf(first) is { IsEmpty: false } some && ElementsOf(second) is { IsEmpty: false } others ? some.AddRange(others) : [],
        { Name: "Append" or "Prepend" } when call.Arguments is [{ Value: var some }, { Value: var one }] => ElementsOf(some) is { IsEmpty: false } elements ? elements.Add(one) : [],
        { Name: "Select" } when LambdaElements.LambdaOf(call) is { Body: var body } => [.. FunctionReading.Returned(body)],
        _ => [],
    };

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
