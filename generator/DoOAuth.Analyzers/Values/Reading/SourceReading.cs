using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Tells which texts the code does not decide: those of a parameter, of what a parameter consists of, and of the request.</summary>
internal sealed class SourceReading(ValueReader values)
{
    // Longer chains of members than people write.
    private const int MostMembers = 64;

    /// <summary>What the limit counts.</summary>
    public const string Limit = "members of an object";

    private static readonly string[] SettingsNames = ["Options", "Settings", "Configuration", "Config", "Context"];
    private static readonly string[] Limits = ["RegularExpression", "AllowedValues", "Range", "EnumDataType"];

    /// <summary>Who decides the value; null if that is not known, or if it is not a text.</summary>
    public TextSource? Of(IOperation value) => IsText(value.Type) ? Walk(value, MostMembers) : null;

    /// <summary>What a member of an object is: the expression with which the object was made, or who decides it.</summary>
    public (IOperation? Part, TextSource? Source) Members(IOperation value, string member)
    {
        if (member.LastIndexOf('.') == 0 && values.Origins(Branches.Unconverted(value)) is [IWithOperation copy])
        {
            return RecordCopies.Replaced(copy, member.Substring(1)) is { } replaced ? (replaced, null) : Members(copy.Operand, member);
        }

        if (member.LastIndexOf('.') == 0 && values.CreationOf(Branches.Unconverted(value)) is { } creation)
        {
            var name = member.Substring(1);
            var initial = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(assignment => assignment.Target is IMemberReferenceOperation { Member.Name: var target } && target == name)?.Value;
            return (initial ?? creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value, null);
        }

        return (null, Walk(value, MostMembers) is { } source && CountOf(source.Member + member) <= MostMembers ? source with { Member = source.Member + member } : null);
    }

    // A method that calls itself with a part of what it was given makes the chain longer each time.
    private static int CountOf(string members) => members.Count(sign => sign is '.' or '[');

    private TextSource? Walk(IOperation value, int members)
    {
        value = Branches.Unconverted(value);
        if (members <= 0)
        {
            values.Memory.Reach(MostMembers, Limit);
            return null;
        }

        return value switch
        {
            IParameterReferenceOperation one when LambdaElements.CollectionOf(one) is { } elements => Element(elements, members),
            IParameterReferenceOperation { Parameter: var parameter } => CanBeGiven(parameter) && !MayChange(value, parameter) ? new TextSource(parameter) { MappedBy = MappedLambda.CallOf(parameter, value.SemanticModel) } : null,
            IConditionalAccessOperation access => Walk(access.WhenNotNull, members - 1),
            IConditionalAccessInstanceOperation => AccessAround(value) is { } access ? Walk(access.Operation, members - 1) : null,
            IPropertyReferenceOperation property when IsOfRequest(property) => new TextSource(null),
            IPropertyReferenceOperation { Property: { Name: "FileName", ContainingType.Name: "IFormFile" } } => new TextSource(null),
            IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.ContainingNamespace.Name: "Nodes" }, Instance: { } node } => Walk(node, members - 1),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection } => Element(collection, members),
            IPropertyReferenceOperation { Property: { Name: "Keys" or "Values", DeclaringSyntaxReferences.IsEmpty: true, ContainingType: var dictionary }, Instance: { } entries } when IsCollection(dictionary) => Walk(entries, members - 1),
            IImplicitIndexerReferenceOperation { Instance: { Type.SpecialType: SpecialType.System_String } text } => Walk(text, members - 1),
            IPropertyReferenceOperation { Property: var property, Instance: { } instance } when CanBeGiven(property) => Member(PatternInput.ObjectOf(instance), property.Name, members),
            IFieldReferenceOperation { Field: { IsConst: false, IsStatic: false, IsReadOnly: false } field, Instance: { } instance } => Member(instance, field.Name, members),
            IArrayElementReferenceOperation { ArrayReference: var array } => Element(array, members),
            ILocalReferenceOperation local => OfLocal(local, members),
            IInvocationOperation call => OfCall(call, members),
            _ => null,
        };
    }

    // A copy of a record has what it was given, and else what the record has.
    private TextSource? Member(IOperation instance, string name, int members) => values.Origins(instance) is [IWithOperation copy]
        ? RecordCopies.Replaced(copy, name) is { } replaced ? Walk(replaced, members - 1) : Member(copy.Operand, name, members - 1)
        : Member(Walk(instance, members - 1), name);

    private static TextSource? Member(TextSource? source, string name) => source is not null && CanHaveMembers(source) ? source with { Member = source.Member + "." + name } : null;

    // A method of LINQ leaves elements as they are, or makes others of them.
    private TextSource? Element(IOperation collection, int members) => members <= 0 || !IsCollection(Branches.Unconverted(collection).Type) ? null
        : Branches.Unconverted(collection) is IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable", Name: var name }, Arguments: [{ Value: var source }, ..] } call ? name switch
        {
            "Where" or "Distinct" or "OrderBy" or "OrderByDescending" or "Take" or "Skip" or "ToArray" or "ToList" or "ToHashSet" or "AsEnumerable" or "Reverse" => Element(source, members - 1),
            "Select" => LambdaElements.LambdaOf(call) is { Body: var body } && FunctionReading.Returned(body).ToList() is [var only] && IsText(only.Type) ? Walk(only, members - 1) : null,
            _ => null,
        }
        : Walk(collection, members - 1) is { } whole ? whole with { Member = whole.Member + "[]" } : null;

    // What a value is taken apart into, by its position.
    private TextSource? Part(Deconstruction parts, int members) =>
        parts.IsOfElements && IsOfRequest(parts.Value.Type) ? new TextSource(null)
        : parts.IsOfElements ? parts.NameOfPart is { } name ? Member(Element(parts.Value, members - 1), name) : null
        : parts.Outer.IsEmpty && Branches.Unconverted(parts.Value) is ITupleOperation { Elements: var elements } && parts.Position < elements.Length ? Walk(elements[parts.Position], members - 1)
        : parts.NameOfPart is { } member ? Member(parts.Value, member, members) : null;

    private TextSource? OfLocal(ILocalReferenceOperation use, int members)
    {
        if (use.Local is not { IsRef: false, DeclaringSyntaxReferences: [var declaration] } || values.Memory.MayGoOn() is false)
        {
            return null;
        }

        return declaration.GetSyntax() is ForEachStatementSyntax loop
            ? use.SemanticModel?.GetOperation(loop.Expression) is { } collection ? Element(collection, members) : null
            : Deconstruction.Of(use, declaration.GetSyntax()) is { } parts ? Part(parts, members)
            : declaration.GetSyntax() is SingleVariableDesignationSyntax given && OfGivenOut(use, given) is { } isGiven ? isGiven
            : values.Assigned(use) is [{ } value] ? Walk(value, members - 1) : null;
    }

    /// <summary>Whether a reference to a parameter has what the parameter was given.</summary>
    public static bool IsHandedOn(IParameterReferenceOperation use, IParameterSymbol parameter) => CanBeGiven(parameter) && LambdaElements.CollectionOf(use) is null && !MayChange(use, parameter);

    // As in request.Query.TryGetValue("id", out var id).
    private static TextSource? OfGivenOut(ILocalReferenceOperation use, SingleVariableDesignationSyntax given) =>
        given is { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } }
        && use.SemanticModel?.GetOperation(call) is IInvocationOperation { TargetMethod.Name: "TryGetValue", Instance.Type: { } type }
        && IsOfRequest(type)
            ? new TextSource(null)
            : null;

    private static bool MayChange(IOperation use, IParameterSymbol parameter) => VariableMentions.In(VariableScope.Of(use, parameter).Syntax, parameter.Name).MayChange;

    private TextSource? OfCall(IInvocationOperation call, int members) => call.TargetMethod switch
    {
        { Name: "GetRouteValue", ContainingType.Name: "RoutingHttpContextExtensions" } => new TextSource(null),
        { Name: "ReadFromJsonAsync", ContainingType.Name: "HttpRequestJsonExtensions" } => new TextSource(null),
        { Name: "Substring" or "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "Normalize", ContainingType.SpecialType: SpecialType.System_String }
            when call.Instance is { } text => Walk(text, members - 1),
        { Name: "UrlPathEncode", ContainingType.Name: "HttpUtility" } when call.Arguments is [{ Value: var text }] => Walk(text, members - 1),
        { Name: "Split", ContainingType.SpecialType: SpecialType.System_String } when call.Instance is { } text => Walk(text, members - 1),
        { Name: "UnescapeDataString" or "UrlDecode", IsStatic: true } when call.Arguments is [{ Value: var text }, ..] => Walk(text, members - 1),
        { Name: "GetString" or "GetProperty" or "GetRawText" or "ToString" or "GetValue" or "AsObject", ContainingNamespace: { Name: "Json" or "Nodes" } } when call.Instance is { } json => Walk(json, members - 1),
        { Name: "Replace", ContainingType.SpecialType: SpecialType.System_String } when call.Instance is { } text && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string old } && !old.Contains('.') => Walk(text, members - 1),
        { Name: "ToString", Parameters.IsEmpty: true } when call.Instance is { } text && IsText(text.Type) => Walk(text, members - 1),
        { Name: "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault", ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } }
            when call.Arguments is [{ Value: var collection }] => Element(collection, members),
        _ => null,
    };

    /// <summary>The access whose object an expression is.</summary>
    public static IConditionalAccessOperation? AccessAround(IOperation instance)
    {
        for (var around = instance.Parent; around is not null; around = around.Parent)
        {
            if (around is IConditionalAccessOperation access && access.Operation.Syntax.Span == instance.Syntax.Span)
            {
                return access;
            }
        }

        return null;
    }

    private static bool IsCollection(ITypeSymbol? type) => type is IArrayTypeSymbol || (type is not null && type.AllInterfaces.Append(type).Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable));

    private static bool IsText(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Object } => true,
        { Name: "StringValues", ContainingNamespace.Name: "Primitives" } => true,
        ITypeParameterSymbol { HasValueTypeConstraint: false, ConstraintTypes.IsEmpty: true } => true,
        _ => false,
    };

    private static bool IsOfRequest(ITypeSymbol? type) =>
        type is { Name: "IQueryCollection" or "IFormCollection" or "IHeaderDictionary" or "IRequestCookieCollection" or "RouteValueDictionary", ContainingNamespace: { } space }
        && space.ToDisplayString().StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal);

    private static bool IsOfRequest(IPropertyReferenceOperation reference) => reference.Property is { IsIndexer: true, ContainingType: var type }
        ? IsOfRequest(type)
        : IsOfRequest(reference.Property.ContainingType) ? IsText(reference.Type)
        : reference.Instance is IInstanceReferenceOperation
            && reference.Property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is
                "FromRouteAttribute" or "FromQueryAttribute" or "FromFormAttribute" or "FromHeaderAttribute" or "BindPropertyAttribute" or "SupplyParameterFromQueryAttribute" || (attribute.AttributeClass?.Name == "ParameterAttribute" && IsInRoute(reference.Property)));

    // A component's parameter is in its route, or another component gives it.
    private static bool IsInRoute(IPropertySymbol parameter) => parameter.ContainingType.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.Name == "RouteAttribute")
        .SelectMany(attribute => attribute.ConstructorArguments)
        .Any(route => route.Value is string pattern && new[] { "{" + parameter.Name + "}", "{" + parameter.Name + "?}", "{*" + parameter.Name + "}" }.Any(part => pattern.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0));

    private static bool CanBeGiven(IParameterSymbol parameter) => parameter is
    {
        RefKind: RefKind.None or RefKind.In,
        ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.ExplicitInterfaceImplementation },
    }
        && !IsLimited(parameter.GetAttributes());

    /// <summary>Whether an attribute of a parameter limits what it can be.</summary>
    public static bool IsLimited(IParameterSymbol parameter) => IsLimited(parameter.GetAttributes());

    // What an object computes, or checks when it is made, is not what it was given.
    private static bool CanBeGiven(IPropertySymbol property) => !property.IsStatic
        && !IsLimited(property.GetAttributes())
        && property.DeclaringSyntaxReferences is [var declaration]
        && declaration.GetSyntax() switch
        {
            ParameterSyntax parameter => !parameter.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => IsLimit(attribute.Name.ToString())),
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } => property.SetMethod is not null && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }),
            _ => false,
        };

    // Settings and services have members too, and nobody who sends a request decides on those.
    private static bool CanHaveMembers(TextSource source) => source.Parameter is not { } parameter
        || source.Member.EndsWith("[]", StringComparison.Ordinal)
        || (parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type
            && (type.IsTupleType || !type.DeclaringSyntaxReferences.IsEmpty)
            && !type.GetMembers().Any(member => member is { IsStatic: true, Name: "BindAsync" or "TryParse" })
            && !parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute")
            && !SettingsNames.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)));

    private static bool IsLimited(IEnumerable<AttributeData> attributes) => attributes.Any(attribute => IsLimit(attribute.AttributeClass?.Name ?? ""));

    private static bool IsLimit(string attribute) =>
        Limits.Any(limit => attribute.EndsWith(limit, StringComparison.Ordinal) || attribute.EndsWith(limit + "Attribute", StringComparison.Ordinal));
}
