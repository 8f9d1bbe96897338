using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Follows an expression back to the operations that make its value: creations, literals, calls of what cannot be read.</summary>
internal sealed class OriginReading
{
    private readonly ValueReader _values;
    private readonly VariableValues<IOperation?> _variables;

    public OriginReading(ValueReader values)
    {
        _values = values;
        _variables = new VariableValues<IOperation?>(values, value => Of(value), unknown: null);
    }

    /// <summary>The operations; null among them for what is not known.</summary>
    public ImmutableArray<IOperation?> Of(IOperation value) => [.. Branches.Of(value).SelectMany(branch => OfBranch(branch)).Distinct()];

    private ImmutableArray<IOperation?> OfBranch(IOperation value) => value switch
    {
        ILocalReferenceOperation { Local: var local } when !_values.ReadsChangedCollections && CollectionChanges.May(local.Type, VariableScope.Of(value, local).Syntax, local.Name) => [null],
        ILocalReferenceOperation { Local: var local } => _values.Once(value.Syntax, null, () => _variables.At(value, local)),
        IArrayElementReferenceOperation { ArrayReference: var array, Indices: [var index] } => OfElement(value, array, index),
        IImplicitIndexerReferenceOperation { Instance: { Type.SpecialType: not SpecialType.System_String } list, Argument: var index } => OfElement(value, list, index),
        IPropertyReferenceOperation { Property: { IsIndexer: true, DeclaringSyntaxReferences.IsEmpty: true }, Instance: { } collection, Arguments: [var key] } => OfElement(value, collection, key.Value),
        IFieldReferenceOperation { Field: { IsAbstract: false } field } => OfMember(field, value),
        IPropertyReferenceOperation { Property: { IsAbstract: false, IsVirtual: false, IsOverride: false, IsIndexer: false } property } => OfMember(property, value),
        IInvocationOperation { TargetMethod: { IsAbstract: false, IsVirtual: false, IsOverride: false } method } call => OfCall(method, call),
        _ => [value],
    };

    private ImmutableArray<IOperation?> OfElement(IOperation value, IOperation collection, IOperation index) =>
        _values.Once<IOperation?>(value.Syntax, null, () => _values.Collections.ElementsAt(collection, index) is { IsEmpty: false } elements ? [.. elements.SelectMany(element => Of(element)).Distinct()] : [value]);

    private ImmutableArray<IOperation?> OfMember(ISymbol member, IOperation use)
    {
        if (!_values.ReadsChangedCollections
            && use is IMemberReferenceOperation { Type: var type }
            && member.ContainingType.DeclaringSyntaxReferences.Any(declaration => CollectionChanges.May(type, declaration.GetSyntax(), member.Name)))
        {
            return [null];
        }

        var sources = member.DeclaringSyntaxReferences.IsEmpty ? [] : _values.Members.SourcesOf(member, use);
        if (sources.IsEmpty && use is IMemberReferenceOperation { Instance: { } instance and not IInstanceReferenceOperation } && InitialValue(instance, member) is { } initial)
        {
            return Of(initial);
        }

        return sources.IsEmpty ? [use] : [.. sources.SelectMany(source => _values.Once(source.Syntax.Parent!, null, () => Of(source)))];
    }

    // What only an initializer may set, and sets.
    private IOperation? InitialValue(IOperation instance, ISymbol member) => member is IPropertySymbol { SetMethod.IsInitOnly: true } && _values.CreationOf(instance) is { Initializer.Initializers: var initializers }
        ? initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(assignment => assignment.Target is IMemberReferenceOperation { Member: var target } && SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, member.OriginalDefinition))
            ?.Value
        : null;

    // What returns its own object is the one on which it was called.
    private ImmutableArray<IOperation?> OfCall(IMethodSymbol method, IInvocationOperation call) =>
        [.. OfMember(method, call).SelectMany(origin => origin is IInstanceReferenceOperation && call.Instance is { } instance ? Of(instance) : [origin])];
}
