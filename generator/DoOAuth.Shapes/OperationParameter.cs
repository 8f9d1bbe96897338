namespace DoOAuth.Shapes;

/// <summary>A parameter of an operation in the path, the query or the header.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
/// <param name="IsRequired">Whether a request must have it.</param>
/// <param name="Example">An example, or empty.</param>
internal sealed record OperationParameter(string Name, ShapeType Type, bool IsRequired, string Example)
{
    /// <summary>Reads <c>name!:type=example</c>, several of them separated by spaces. A space in an example is <c>%20</c>.</summary>
    /// <exception cref="FormatException">The text is not a list of parameters.</exception>
    public static IReadOnlyList<OperationParameter> ParseList(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseOne)];

    private static OperationParameter ParseOne(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var declaration = equals < 0 ? text : text[..equals];
        var colon = declaration.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            throw new FormatException($"'{text}' is not a parameter. Write name:type=example.");
        }

        var name = declaration[..colon];
        return new OperationParameter(
            name.TrimEnd('!'),
            ShapeType.Parse(declaration[(colon + 1)..].Replace("%20", " ", StringComparison.Ordinal)),
            name.EndsWith('!'),
            equals < 0 ? "" : Uri.UnescapeDataString(text[(equals + 1)..]));
    }
}
