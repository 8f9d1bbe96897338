using System.Globalization;
using System.Text.RegularExpressions;
using DoOAuth.ApiSource.Model;
using DoOAuth.ApiSource.Writing;

namespace DoOAuth.Templates.Staging;

/// <summary>
/// The class of an endpoint that calls an operation with the typed client. The class and its method are named <see cref="TypeName"/> and
/// <see cref="MethodName"/>, which the template replaces.
/// </summary>
/// <param name="operation">The operation, as the typed client has it.</param>
/// <param name="text">The operation as pieces of C#.</param>
/// <param name="models">The names of the types of the typed client: see <see cref="Models"/>.</param>
internal sealed partial class EndpointCode(ClientOperation operation, OperationText text, IReadOnlySet<string> models)
{
    /// <summary>Where the name of the class goes.</summary>
    public const string TypeName = "§T§";

    /// <summary>Where the name of the class goes in the names of the method and of the JSON types.</summary>
    public const string MethodName = "§M§";

    private const int MostParametersOnALine = 3;

    private string? AnswerType => Known(operation.Answer switch
    {
        { Kind: AnswerKind.None } => null,
        { Kind: AnswerKind.Part, Part: { } part } => part.Type.Name,
        { Kind: AnswerKind.Json } => "JsonElement",
        { Kind: AnswerKind.Text } => "string",
        { Kind: AnswerKind.Bytes } => "byte[]",
        { Type: { } type } => type.Name,
        _ => throw new InvalidDataException($"The answer of {text.Id} has no type."),
    });

    // A type has one name in a serializer context.
    private bool IsAnswerAlike => IsJson && RequestType == AnswerType;

    private string RequestJson => IsAnswerAlike ? JsonName(AnswerType!, "Answer") : JsonName(RequestType!, "Request");

    private string? RequestType => Known(operation.Request?.Name);

    private bool IsJson => operation.Answer.Kind is AnswerKind.Whole or AnswerKind.Part or AnswerKind.Pages or AnswerKind.Json;

    private string ResultType => operation.Answer.Kind switch
    {
        AnswerKind.None => "NoContent",
        AnswerKind.Text => "ContentHttpResult",
        AnswerKind.Bytes => "FileContentHttpResult",
        _ => $"JsonHttpResult<{AnswerType}>",
    };

    // Everything that a caller of the endpoint can say: the path, and the query by DigitalOcean's names.
    private IReadOnlyList<ClientParameter> Required => [.. operation.Path, .. operation.Query.Where(parameter => parameter.Source.IsRequired)];

    private IReadOnlyList<ClientParameter> Optional => [.. operation.Query.Where(parameter => !parameter.Source.IsRequired)];

    /// <summary>The names of the types in the namespace <c>DoOAuth.Api.Models</c>.</summary>
    /// <param name="client">The typed client.</param>
    public static IReadOnlySet<string> Models(ClientModel client) => client.Records.Select(type => type.Name)
        .Concat(client.Texts.Select(type => type.Name))
        .Concat(client.Choices.Select(type => type.Name))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The lines of the code.</summary>
    public IEnumerable<string> Lines() => [.. Class(), .. JsonTypes()];

    private IEnumerable<string> Class() =>
    [
        $"/// <summary><c>{text.Verb} {text.Path}</c> ({text.Id}) of DigitalOcean's API, for the signed-in user.</summary>",
        $"internal static class {TypeName}",
        "{",
        "    /// <summary>Maps the operation at the same path as at DigitalOcean.</summary>",
        $"    public static IEndpointConventionBuilder Map{MethodName}(this IEndpointRouteBuilder endpoints) => endpoints",
        $"        .Map{text.Method}(\"{Route()}\", AnswerAsync)",
        .. RequestType is { } request ? [$"        .Accepts<{request}>({(operation.NeedsRequest ? "" : "isOptional: true, ")}\"application/json\")"] : (string[])[],
        .. IsJson ? [$"        .Produces<{AnswerType}>({(operation.Shapes.Status == 200 ? "" : Number(operation.Shapes.Status))})"] : (string[])[],
        .. Guards().Select((guard, index) => $"        {guard}{(index == Guards().Length - 1 ? ";" : "")}"),
        "",
        $"    private static async Task<Results<{ResultType}, ProblemHttpResult>> AnswerAsync(",
        .. Parameters(),
        "    {",
        "        try",
        "        {",
        .. Body(),
        .. Call(),
        "        }",
        .. operation.Request is null ? (string[])[] :
        [
            "        catch (JsonException)",
            "        {",
            "            return TypedResults.Problem(\"The body is not the JSON that the operation needs.\", statusCode: StatusCodes.Status400BadRequest);",
            "        }",
        ],
        "        catch (DigitalOceanApiException failure)",
        "        {",
        "            return TypedResults.Problem(failure.ApiMessage, statusCode: (int)failure.StatusCode, title: failure.Id);",
        "        }",
        "    }",
        "}",
    ];

    private IEnumerable<string> JsonTypes()
    {
        List<string> types = [];
        if (IsJson)
        {
            types.Add(Serializable(AnswerType!, "Answer"));
        }

        if (RequestType is { } request && !IsAnswerAlike)
        {
            types.Add(Serializable(request, "Request"));
        }

        return types.Count == 0 ? [] :
        [
            "",
            "/// <summary>The JSON types of the operation, for the source generator, so that it also works with Native AOT.</summary>",
            .. types,
            $"internal sealed partial class {MethodName}Json : JsonSerializerContext;",
        ];
    }

    // Another name for one of these makes the serializer's generator emit code that does not compile.
    private static string JsonName(string type, string name) => type switch
    {
        "string" => "String",
        "bool" => "Boolean",
        "long" => "Int64",
        "int" => "Int32",
        "JsonElement" => type,
        _ => name,
    };

    private static string Serializable(string type, string name) =>
        JsonName(type, name) == name ? $"[JsonSerializable(typeof({type}), TypeInfoPropertyName = \"{name}\")]" : $"[JsonSerializable(typeof({type}))]";

    private string[] Guards() => text.Guards.Split(" | ");

    private string Route() => operation.Path.Aggregate(
        operation.Entry.Path, (path, parameter) => path.Replace($"{{{parameter.Source.Name}}}", $"{{{parameter.Name}}}", StringComparison.Ordinal));

    private IEnumerable<string> Parameters()
    {
        List<string> all =
        [
            .. Required.Select(parameter => Declared(parameter, isOptional: false)),
            .. Optional.Select(parameter => Declared(parameter, isOptional: true)),
            .. operation.Request is null ? (string[])[] : ["HttpRequest httpRequest"],
            "DigitalOceanClient digitalOcean",
            "CancellationToken cancel",
        ];
        return all.Count - 2 <= MostParametersOnALine
            ? [$"        {string.Join(", ", all)})"]
            : all.Select((parameter, index) => $"        {parameter}{(index == all.Count - 1 ? ")" : ",")}");
    }

    private string Declared(ClientParameter parameter, bool isOptional)
    {
        var isInPath = operation.Path.Contains(parameter);
        var name = parameter.Name == parameter.Source.Name || isInPath ? "" : $"[FromQuery(Name = {Literals.Text(parameter.Source.Name)})] ";
        return $"{name}{Bound(parameter.Type)}{(isOptional ? "?" : "")} {Literals.Variable(parameter.Name)}";
    }

    // A caller's text is not bound to a type of the client, which has no TryParse.
    private static string Bound(ClientType type) => Item(type) is { } item ? $"{(IsText(item) ? "string" : item)}[]" : type.IsOwn ? "string" : type.Name;

    private static string? Item(ClientType type) => type.Name.StartsWith("IReadOnlyList<", StringComparison.Ordinal) ? type.Name["IReadOnlyList<".Length..^1] : null;

    private static bool IsText(string item) => item is not ("long" or "int" or "ulong" or "double" or "bool" or "DateTimeOffset" or "DateOnly");

    private string Passed(ClientParameter parameter, bool isOptional)
    {
        var (name, type) = (Literals.Variable(parameter.Name), Known(parameter.Type.Name)!);
        if (Item(parameter.Type) is { } item && IsText(item) && item != "string")
        {
            var converted = $"Array.ConvertAll({name}, value => new {Known(item)}(value))";
            return isOptional ? $"{name} is null ? null : {converted}" : converted;
        }

        return !parameter.Type.IsOwn ? name : isOptional ? $"{name} is null ? default({type}?) : new {type}({name})" : $"new {type}({name})";
    }

    private IEnumerable<string> Body() => operation.Request is null ? []
        : operation.NeedsRequest ?
        [
            $"            if (await JsonSerializer.DeserializeAsync(httpRequest.Body, {MethodName}Json.Default.{RequestJson}, cancel) is not {{ }} body)",
            "            {",
            "                return TypedResults.Problem(\"The operation needs a body.\", statusCode: StatusCodes.Status400BadRequest);",
            "            }",
            "",
        ]
        :
        [
            "            var hasBody = httpRequest.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;",
            $"            var body = hasBody ? await JsonSerializer.DeserializeAsync(httpRequest.Body, {MethodName}Json.Default.{RequestJson}, cancel) : null;",
        ];

    private IEnumerable<string> Call()
    {
        var method = operation.Answer.Kind == AnswerKind.Pages ? operation.Method[..^"Async".Length] + "PageAsync" : operation.Method;
        string[] arguments =
        [
            .. Required.Select(parameter => Passed(parameter, isOptional: false)),
            .. operation.Request is null ? (string[])[] : ["body"],
            .. Optional.Select(parameter => Passed(parameter, isOptional: true)),
            "cancel",
        ];
        var call = $"await digitalOcean.{operation.Group}.{method}({string.Join(", ", arguments)})";
        var status = operation.Shapes.Status == 200 ? "" : $", statusCode: {Number(operation.Shapes.Status)}";
        return operation.Answer.Kind switch
        {
            AnswerKind.None => [$"            {call};", "            return TypedResults.NoContent();"],
            AnswerKind.Text => [$"            return TypedResults.Text({call}, {Literals.Text(operation.Shapes.ContentType)});"],
            AnswerKind.Bytes => [$"            return TypedResults.Bytes({call}, {Literals.Text(operation.Shapes.ContentType)});"],
            _ => [$"            var answer = {call};", $"            return TypedResults.Json(answer, {MethodName}Json.Default.{JsonName(AnswerType!, "Answer")}{status});"],
        };
    }

    // In full, because an app, or another endpoint, can have a type of the same name.
    private string? Known(string? type) => type is null ? null : Word().Replace(type, match => models.Contains(match.Value) ? $"global::DoOAuth.Api.Models.{match.Value}" : match.Value);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
