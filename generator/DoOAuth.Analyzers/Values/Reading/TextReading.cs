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
    private readonly SourceReading _sources;
    private readonly VariableValues<TextPattern> _variables;
    private readonly VariableValues<TextPattern> _builders;

    public TextReading(ValueReader values)
    {
        _values = values;
        _sources = new SourceReading(values);
        _calls = new TextCalls(values, _sources);
        var outs = new OutReading(values);
        _variables = new VariableValues<TextPattern>(values, values.Texts, TextPattern.Hole)
        {
            Append = TextPattern.Combine,
            ReadPart = values.PartTexts,
            Join = TextPattern.Joined,
            OutValues = (call, parameter) => outs.OfOut(call, parameter, TextPattern.Hole, AtEnd),
            Deconstructed = (taken, place, count) => outs.OfDeconstruct(taken, place, count, TextPattern.Hole, AtEnd),
        };
        _builders = new VariableValues<TextPattern>(values, values.Texts, TextPattern.Hole)
        {
            Call = _calls.Appended,
            Change = (texts, property, value) => BuilderText.Changed(texts, property.Property, values.Texts(value)),
            Grow = (texts, property, added) => BuilderText.Grown(texts, property.Property, added is null ? [TextPattern.Hole] : values.PartTexts(added)),
        };
    }

    /// <summary>Reads an expression that is not a conditional.</summary>
    public ImmutableArray<TextPattern> OfBranch(IOperation value) => value switch
    {
        { Type: { TypeKind: TypeKind.Enum } type, ConstantValue: { HasValue: true, Value: var constant } } => [NameOf(type, constant)],
        { ConstantValue: { HasValue: true, Value: var constant } } => [TextPattern.Of(Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "")],
        IInterpolatedStringOperation interpolated => Concat(interpolated.Parts.Select(OfPart)),
        IInterpolatedStringHandlerCreationOperation handler => _values.Texts(handler.Content),
        IInterpolatedStringAdditionOperation sum => Concat([_values.PartTexts(sum.Left), _values.PartTexts(sum.Right)]),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Concat([_values.PartTexts(sum.LeftOperand), _values.PartTexts(sum.RightOperand)]),
        IObjectCreationOperation { Type.Name: "Uri", Arguments: var arguments } => OfUri(arguments),
        IObjectCreationOperation { Type.Name: "StringBuilder", Arguments: var arguments } => Argument(arguments, "value") ?? [TextPattern.Empty],
        IObjectCreationOperation { Type.Name: "UriBuilder" } creation => OfUriBuilder(creation),
        IInvocationOperation call => _calls.Read(call),
        ILocalReferenceOperation { Local: var local } when IsText(local.Type) => _values.Once(value.Syntax, TextPattern.Hole, () => _variables.At(value, local)) switch
        {
            [{ IsHole: true } only] => [HoleOf(value) is var hole && hole.Source is null ? hole.WithSource(only.Source) : hole],
            var texts => _variables.HasGrownInLoop ? WithoutBeginnings(texts) : texts,
        },
        ILocalReferenceOperation { Local: var local } when IsBuilder(local.Type) => _values.Once(value.Syntax, TextPattern.Hole, () => _builders.At(value, local)),
        IParameterReferenceOperation { Parameter: var parameter } when IsText(parameter.Type) => _values.Once(
            value.Syntax,
            TextPattern.Hole,
            () => _variables.At(value, parameter, Given((IParameterReferenceOperation)value))),
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => [TextPattern.Empty],
        IConversionOperation { OperatorMethod: not null } => _values.Members.Read(value, HoleOf(value), _values.Texts, parameter => TextPattern.Of(parameter)),
        IImplicitIndexerReferenceOperation { Instance: var text, Argument: IRangeOperation range } when IsText(text.Type) => TextParts.Of(_values.Texts(text), range),
        IPropertyReferenceOperation { Property.Name: "Name", Instance: ITypeOfOperation { TypeOperand: INamedTypeSymbol { Arity: 0 } type } } => [TextPattern.Of(type.Name)],
        IPropertyReferenceOperation { Property.Name: "Name", Instance: { } type } when MemberTexts.NameOf(type) is { } name => [_values.Members.IsOfProject ? TextPattern.Of(name) : TextPattern.Hole],
        IPropertyReferenceOperation { Property.Name: "BaseAddress", Instance: { } client } when _values.Clients(client).All(one => one.IsDigitalOcean) =>
            [TextPattern.Of("https://api.digitalocean.com/")],
        IPropertyReferenceOperation { Property.Name: "BaseAddress", Instance: { } client } when _values.Clients(client) is [{ Base: { } known }] => [known.Address],
        IPropertyReferenceOperation { Property: { Name: "Key" or "Value", ContainingType.Name: "KeyValuePair" } part, Instance: ILocalReferenceOperation pair } when _values.Collections.EntriesOf(pair, part.Name == "Key") is { IsEmpty: false } entries =>
            [.. entries.SelectMany(entry => _values.Texts(entry)).Distinct()],
        IPropertyReferenceOperation { Property: { Name: "OriginalString" or "AbsoluteUri" or "Uri", ContainingType.Name: "Uri" or "UriBuilder" }, Instance: { } uri } => _values.Texts(uri),
        IPropertyReferenceOperation { Property: { IsIndexer: true, DeclaringSyntaxReferences.IsEmpty: false } } when IsText(value.Type) => OfMember(value),
        IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } or IFieldReferenceOperation { Field.ContainingType.IsTupleType: true }
            when IsText(value.Type) => _values.Elements(value, HoleOf(value), _values.Texts),
        IMemberReferenceOperation when IsText(value.Type) => OfMember(value),
        IConditionalAccessOperation { WhenNotNull: var part } when IsText(part.Type) => _values.Texts(part),
        IConditionalAccessInstanceOperation when SourceReading.AccessAround(value) is { } access => _values.Texts(access.Operation),
        _ => [HoleOf(value)],
    };

    // A lambda that gets elements has theirs; where they are unknown, it may still be known who decides on them.
    private ImmutableArray<TextPattern> Given(IParameterReferenceOperation use) => LambdaElements.CollectionOf(use) is not null
        ? _values.Given(use, HoleOf(use), _values.Texts, parameter => TextPattern.Of(parameter))
        : [!ValueReader.CanForward(use.Parameter) ? HoleOf(use)
            : TextPattern.Of(use.Parameter, IsQuery(use.Parameter.Name), MappedLambda.CallOf(use.Parameter, use.SemanticModel)) is var text && SourceReading.IsLimited(use.Parameter) ? text.WithSource(null) : text];

    private ImmutableArray<TextPattern> OfPart(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolatedStringTextOperation text => _values.Texts(text.Text),
        IInterpolationOperation { FormatString: null, Alignment: null } hole => _values.PartTexts(hole.Expression),
        IInterpolationOperation { Alignment: null, Expression: var value } when IsValue(value.Type) => [TextPattern.Value],
        IInterpolationOperation { FormatString: null, Expression: var value } => [.. _values.PartTexts(value).Select(text => text.Source is { } source ? TextPattern.Of(source) : TextPattern.Hole).Distinct()],
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { TargetMethod.Name: "AppendLiteral" or "AppendFormatted", Arguments: [var only] } } => _values.PartTexts(only.Value),
        _ => [TextPattern.Hole],
    };

    // The expression with the object tells more about who decides a part of it than its class does.
    private ImmutableArray<TextPattern> OfMember(IOperation value)
    {
        var texts = _values.Members.Read(value, HoleOf(value), _values.Texts, parameter => TextPattern.Of(parameter));
        return _sources.Of(value) is { } source ? [.. texts.Select(text => text.Source is null or { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } ? text.WithSource(source) : text)] : texts;
    }

    /// <summary>Reads a member of an object, if it was made with it, or if somebody else decides on the object.</summary>
    public ImmutableArray<TextPattern> OfMember(IOperation value, string member) => _sources.Members(value, member) switch
    {
        (IOperation part, _) => _values.Texts(part),
        (_, TextSource source) => [TextPattern.Of(source)],
        _ => [],
    };

    private ImmutableArray<TextPattern> OfUri(ImmutableArray<IArgumentOperation> arguments)
    {
        var texts = Argument(arguments, "uriString") ?? Argument(arguments, "baseUri");
        return texts is not { } start ? [TextPattern.Hole]
            : Argument(arguments, "relativeUri") is not { } relative ? start
            : [.. start.SelectMany(address => relative.Select(path => UriText.Combine(address, path)))];
    }

    private ImmutableArray<TextPattern>? Argument(ImmutableArray<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == name) is { } argument ? _values.Texts(argument.Value) : null;

    private ImmutableArray<TextPattern> OfUriBuilder(IObjectCreationOperation creation)
    {
        var texts = BuilderText.Made(Argument(creation.Arguments, "uri"), Argument(creation.Arguments, "schemeName") ?? Argument(creation.Arguments, "scheme"), Argument(creation.Arguments, "hostName") ?? Argument(creation.Arguments, "host"));
        texts = (Argument(creation.Arguments, "pathValue") ?? Argument(creation.Arguments, "path")) is { } path ? BuilderText.WithPath(texts, path) : texts;
        foreach (var initializer in creation.Initializer?.Initializers ?? [])
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value })
            {
                texts = BuilderText.Changed(texts, property, _values.Texts(value));
            }
        }

        return texts;
    }

    private ImmutableArray<TextPattern> AtEnd(IOperation method, IParameterSymbol parameter) => _variables.AtEnd(method, parameter);

    // What a loop appends to is hardly ever meant as it is.
    private static ImmutableArray<TextPattern> WithoutBeginnings(ImmutableArray<TextPattern> texts) => texts.Length == 1
        ? texts
        : texts.RemoveAll(text => texts.Contains(text.Append(TextPattern.Hole)));

    private static ImmutableArray<TextPattern> Concat(IEnumerable<ImmutableArray<TextPattern>> parts) =>
        parts.Aggregate(ImmutableArray.Create(TextPattern.Empty), TextPattern.Combine);

    private static bool IsText(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum } or { Name: "Uri" or "FormattableString", ContainingNamespace.Name: "System" } or { Name: "CompositeFormat", ContainingNamespace.Name: "Text" };

    private static bool IsBuilder(ITypeSymbol? type) => type is { Name: "StringBuilder", ContainingNamespace.Name: "Text" } or { Name: "UriBuilder", ContainingNamespace.Name: "System" };

    // A query that is built elsewhere is called one, by its type or by its name.
    private TextPattern HoleOf(IOperation value) =>
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
            : _sources.Of(value) is { } source ? TextPattern.Of(source) : TextPattern.Hole;

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
