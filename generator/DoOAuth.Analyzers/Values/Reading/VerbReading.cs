using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads <c>HttpMethod</c>s.</summary>
internal sealed class VerbReading
{
    private readonly ValueReader _values;
    private readonly VariableValues<VerbPattern> _variables;

    public VerbReading(ValueReader values)
    {
        _values = values;
        _variables = new VariableValues<VerbPattern>(values, values.Verbs, VerbPattern.Unknown);
    }

    /// <summary>Reads an expression that is not a conditional.</summary>
    public ImmutableArray<VerbPattern> OfBranch(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: not "Query" } property } when ClientTypes.IsHttp(property.ContainingType, "HttpMethod") =>
            [VerbPattern.Of(property.Name)],
        { Type: { TypeKind: TypeKind.Enum, Name: "Method" }, ConstantValue.HasValue: true } => OfText(value),
        IObjectCreationOperation { Type.Name: "HttpMethod", Arguments: [var name] } => OfText(name.Value),
        IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "HttpMethod" }, Arguments: [var name] } => OfText(name.Value),
        ILocalReferenceOperation { Local: var local } => _values.Once(value.Syntax, VerbPattern.Unknown, () => _variables.At(value, local)),
        IParameterReferenceOperation { Parameter: var parameter } => _values.Once(
            value.Syntax,
            VerbPattern.Unknown,
            () => _variables.At(value, parameter, _values.Given((IParameterReferenceOperation)value, VerbPattern.Unknown, _values.Verbs, VerbPattern.Of))),
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } => _values.Elements(value, VerbPattern.Unknown, _values.Verbs),
        IMemberReferenceOperation or IInvocationOperation => _values.Members.Read(value, VerbPattern.Unknown, _values.Verbs, VerbPattern.Of),
        _ => [VerbPattern.Unknown],
    };

    private ImmutableArray<VerbPattern> OfText(IOperation name) =>
        // ASP.NET Core's HttpMethods has the verbs as fields, not as constants.
        Branches.Unconverted(name) is IFieldReferenceOperation { Field: { ContainingType: { Name: "HttpMethods" }, Name: var verb } }
            ? [VerbPattern.Of(verb)]
            : [.. _values.Texts(name).Select(VerbPattern.Of)];
}
