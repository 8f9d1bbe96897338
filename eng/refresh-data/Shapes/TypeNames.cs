using DoOAuth.Shapes;

namespace DoOAuth.RefreshData.Shapes;

/// <summary>The names of the shapes in a type.</summary>
internal static class TypeNames
{
    /// <summary>The names in a type, which can end with <c>!</c>.</summary>
    public static IEnumerable<string> In(string type) => type.Length == 0 ? [] : Of(ShapeType.Parse(type.TrimEnd('!')));

    /// <summary>The names in a list of parameters.</summary>
    public static IEnumerable<string> InParameters(string parameters) => OperationParameter.ParseList(parameters).SelectMany(parameter => Of(parameter.Type));

    private static IEnumerable<string> Of(ShapeType type) =>
        type.Kind == ValueKind.Named ? [type.Name] : type.Alternatives.Append(type.Item).OfType<ShapeType>().SelectMany(Of);
}
