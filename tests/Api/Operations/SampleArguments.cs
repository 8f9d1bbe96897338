using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Data;
using DoOAuth.Shapes;

namespace DoOAuth.Api.Tests.Operations;

/// <summary>Arguments for a method, from the examples of its operation: every parameter and a whole body.</summary>
internal static class SampleArguments
{
    /// <summary>The arguments.</summary>
    public static object?[] Of(MethodInfo method, OperationShapes operation)
    {
        var names = ApiTypes.Parameters(operation.OperationId);
        var described = operation.Path.Concat(operation.Query).ToDictionary(parameter => names[parameter.Name], StringComparer.Ordinal);
        return [.. method.GetParameters().Select(parameter => parameter.Name switch
        {
            "cancel" => (object)CancellationToken.None,
            "request" when !described.ContainsKey("request") => JsonSerializer.Deserialize(Body(operation), parameter.ParameterType),
            var name => Value(described[name!], parameter.ParameterType),
        })];
    }

    /// <summary>The body, with every member that is described.</summary>
    public static JsonNode? Body(OperationShapes operation) => operation.Request is null ? null : ApiModel.Instance.Examples.Answer(operation.Request);

    /// <summary>What a parameter is on the wire, without escapes. Several values are a list.</summary>
    public static IReadOnlyList<string> Text(OperationParameter parameter)
    {
        var type = parameter.Type.Kind == DoOAuth.Shapes.ValueKind.Array ? parameter.Type.Item! : parameter.Type;
        var text = parameter.Example.Length > 0 ? parameter.Example
            : type.Values.Count > 0 ? type.Values[^1]
            : type.Kind switch
            {
                DoOAuth.Shapes.ValueKind.Integer => "7",
                DoOAuth.Shapes.ValueKind.Boolean => "true",
                DoOAuth.Shapes.ValueKind.Number => "1.5",
                _ when type.Format == "date-time" => "2026-01-31T12:00:00Z",
                _ => "a b&c/d",
            };
        return parameter.Type.Kind == DoOAuth.Shapes.ValueKind.Array ? [text, type.Values.Count > 0 ? type.Values[0] : "second"] : [text];
    }

    private static object Value(OperationParameter parameter, Type type)
    {
        var texts = Text(parameter);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType)
        {
            var item = type.GetGenericArguments()[0];
            var list = Array.CreateInstance(item, texts.Count);
            for (var index = 0; index < texts.Count; index++)
            {
                list.SetValue(One(texts[index], item), index);
            }

            return list;
        }

        return One(texts[0], type);
    }

    private static object One(string text, Type type) => type.Name switch
    {
        nameof(String) => text,
        nameof(Int64) => long.Parse(text, CultureInfo.InvariantCulture),
        nameof(Double) => double.Parse(text, CultureInfo.InvariantCulture),
        nameof(Boolean) => bool.Parse(text),
        nameof(DateTimeOffset) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
        nameof(DateOnly) => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        nameof(NumberOrText) => long.TryParse(text, out var number) ? new NumberOrText(number) : new NumberOrText(text),
        _ => Activator.CreateInstance(type, text)!,
    };
}
