using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Generator.Analyzers.Calls.Reading;

/// <summary>Reads values out of expressions. One for a compilation.</summary>
internal sealed class ValueReader
{
    public ImmutableArray<TextPattern> Texts(IOperation value) => [.. Arms.Of(value).SelectMany(arm => TextsOfArm(arm))];

    public ImmutableArray<VerbPattern> Verbs(IOperation value) => [.. Arms.Of(value).Select(VerbOfArm)];

    public ImmutableArray<RequestPattern> Requests(IOperation value) => [.. Arms.Of(value).SelectMany(arm => RequestsOfArm(arm))];

    public static ArgumentValues Client(IOperation value)
    {
        value = Arms.Unconverted(value);
        return ArgumentValues.Nothing with
        {
            Client = value.Type,
            ClientParameter = value is IParameterReferenceOperation { Parameter: var parameter } && !ClientTypes.IsDigitalOcean(value.Type) ? parameter : null,
        };
    }

    private ImmutableArray<TextPattern> TextsOfArm(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: { } constant } } => [TextPattern.Of(Convert.ToString(constant, CultureInfo.InvariantCulture))],
        IInterpolatedStringOperation interpolated => interpolated.Parts.Aggregate(
            ImmutableArray.Create(TextPattern.Empty), (texts, part) => TextPattern.Combine(texts, TextsOfPart(part))),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => TextPattern.Combine(Texts(sum.LeftOperand), Texts(sum.RightOperand)),
        IObjectCreationOperation { Type.Name: "Uri", Arguments: [var first, ..] } => Texts(first.Value),
        IParameterReferenceOperation { Parameter: { Type: { SpecialType: SpecialType.System_String } or { Name: "Uri" } } parameter } => [TextPattern.Of(parameter)],
        _ => [TextPattern.Hole],
    };

    private ImmutableArray<TextPattern> TextsOfPart(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolatedStringTextOperation text => Texts(text.Text),
        IInterpolationOperation { FormatString: null, Alignment: null } hole => Texts(hole.Expression),
        _ => [TextPattern.Hole],
    };

    private VerbPattern VerbOfArm(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "HttpMethod" } property } => VerbPattern.Of(property.Name),
        IObjectCreationOperation { Type.Name: "HttpMethod", Arguments: [var name] } => VerbPattern.Of(Texts(name.Value)[0]),
        IParameterReferenceOperation { Parameter: var parameter } => VerbPattern.Of(parameter),
        _ => VerbPattern.Unknown,
    };

    private ImmutableArray<RequestPattern> RequestsOfArm(IOperation value) => value switch
    {
        IObjectCreationOperation { Type.Name: "HttpRequestMessage", Arguments: [var method, var address] } =>
            RequestPattern.Pair(Verbs(method.Value), Texts(address.Value)),
        IParameterReferenceOperation { Parameter: var parameter } => [new RequestPattern(VerbPattern.Of(parameter), TextPattern.Of(parameter))],
        _ => [RequestPattern.Unknown],
    };
}
