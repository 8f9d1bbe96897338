using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads strings and <c>Uri</c>s.</summary>
internal sealed class TextReading
{
    private readonly ValueReader _values;
    private readonly TextCalls _calls;
    private readonly VariableValues<TextPattern> _variables;

    public TextReading(ValueReader values)
    {
        _values = values;
        _calls = new TextCalls(values);
        _variables = new VariableValues<TextPattern>(values.Texts, TextPattern.Hole) { Append = TextPattern.Combine };
    }

    /// <summary>Reads an expression that is not a conditional.</summary>
    public ImmutableArray<TextPattern> OfBranch(IOperation value) => value switch
    {
        { Type: { TypeKind: TypeKind.Enum } type, ConstantValue: { HasValue: true, Value: var constant } } => [NameOf(type, constant)],
        { ConstantValue: { HasValue: true, Value: var constant } } => [TextPattern.Of(Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "")],
        IInterpolatedStringOperation interpolated => Concat(interpolated.Parts.Select(OfPart)),
        IInterpolatedStringHandlerCreationOperation handler => _values.Texts(handler.Content),
        IInterpolatedStringAdditionOperation sum => Concat([_values.Texts(sum.Left), _values.Texts(sum.Right)]),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Concat([_values.Texts(sum.LeftOperand), _values.Texts(sum.RightOperand)]),
        IObjectCreationOperation { Type.Name: "Uri", Arguments: var arguments } => OfUri(arguments),
        IInvocationOperation call => _calls.Read(call),
        ILocalReferenceOperation { Local: var local } when IsText(local.Type) => _values.Once(value.Syntax, TextPattern.Hole, () => _variables.At(value, local)) switch
        {
            [var only] when only.Equals(TextPattern.Hole) => [HoleOf(value)],
            var texts => WithoutBeginnings(texts),
        },
        IParameterReferenceOperation { Parameter: var parameter } when IsText(parameter.Type) => _values.Once(
            value.Syntax,
            TextPattern.Hole,
            () => _variables.At(value, parameter, ValueReader.CanForward(parameter) ? TextPattern.Of(parameter, IsQuery(parameter.Name)) : HoleOf(value))),
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => [TextPattern.Empty],
        IPropertyReferenceOperation { Property.Name: "BaseAddress", Instance: { } client } when ClientTypes.IsDigitalOcean(_values.Client(client).Type) =>
            [TextPattern.Of("https://api.digitalocean.com/")],
        IPropertyReferenceOperation { Property: { Name: "OriginalString" or "AbsoluteUri", ContainingType.Name: "Uri" }, Instance: { } uri } => _values.Texts(uri),
        IMemberReferenceOperation { Member: var member } when IsText(value.Type) => MemberValues.Read(
            member, value, HoleOf(value), _values, _values.Texts, SyntaxValues.Texts),
        _ => [HoleOf(value)],
    };

    private ImmutableArray<TextPattern> OfPart(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolatedStringTextOperation text => _values.Texts(text.Text),
        IInterpolationOperation { FormatString: null, Alignment: null } hole => _values.Texts(hole.Expression),
        IInterpolationOperation { Alignment: null, Expression: var value } when IsValue(value.Type) => [TextPattern.Value],
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { TargetMethod.Name: "AppendLiteral" or "AppendFormatted", Arguments: [var only] } } => _values.Texts(only.Value),
        _ => [TextPattern.Hole],
    };

    private ImmutableArray<TextPattern> OfUri(ImmutableArray<IArgumentOperation> arguments)
    {
        var texts = Argument(arguments, "uriString") ?? Argument(arguments, "baseUri");
        return texts is not { } start ? [TextPattern.Hole]
            : Argument(arguments, "relativeUri") is not { } relative ? start
            : start.Length * relative.Length > 16 ? [TextPattern.Hole]
            : [.. start.SelectMany(address => relative.Select(path => UriText.Combine(address, path)))];
    }

    private ImmutableArray<TextPattern>? Argument(ImmutableArray<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == name) is { } argument ? _values.Texts(argument.Value) : null;

    // What a loop appends to is hardly ever meant as it is.
    private static ImmutableArray<TextPattern> WithoutBeginnings(ImmutableArray<TextPattern> texts) => texts.Length == 1
        ? texts
        : texts.RemoveAll(text => texts.Contains(text.Append(TextPattern.Hole)));

    private static ImmutableArray<TextPattern> Concat(IEnumerable<ImmutableArray<TextPattern>> parts) =>
        parts.Aggregate(ImmutableArray.Create(TextPattern.Empty), TextPattern.Combine);

    private static bool IsText(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } or { Name: "Uri", ContainingNamespace.Name: "System" };

    // A query that is built elsewhere is called one, by its type or by its name.
    private static TextPattern HoleOf(IOperation value) =>
        IsValue(value.Type) ? TextPattern.Value
        : value.Type is { Name: "QueryString" or "QueryBuilder" } || IsQuery(value switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            IInvocationOperation call => call.TargetMethod.Name,
            _ => "",
        })
            ? TextPattern.Query
            : TextPattern.Hole;

    // Written as its name. If it has none, as for a combination of flags, the text is not known.
    private static TextPattern NameOf(ITypeSymbol type, object? constant) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue && Equals(field.ConstantValue, constant)).Take(2).ToList() is [var field]
            ? TextPattern.Of(field.Name)
            : TextPattern.Hole;

    /// <summary>Whether values of the type are written like numbers or like a <c>Guid</c>.</summary>
    public static bool IsValue(ITypeSymbol? type) => type is
    {
        SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64
            or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Byte or SpecialType.System_SByte,
    }
    or { Name: "Guid", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsQuery(string name) => name.IndexOf("query", StringComparison.OrdinalIgnoreCase) >= 0;
}
