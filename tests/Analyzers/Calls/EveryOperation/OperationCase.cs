using DoOAuth.Catalog;
using DoOAuth.Catalog.Embedded;

namespace DoOAuth.Analyzers.Tests.Calls.EveryOperation;

/// <summary>One operation of the API, with its path in the forms that a call may write it.</summary>
internal sealed class OperationCase
{
    // What route values look like; none is a segment of another operation.
    private static readonly string[] Values = ["3164444", "506f78a4-e098-11e5-ad9f-000f53306ae1", "my-own.name", "192.0.2.7"];
    private static readonly string[] Types = ["string", "long", "Guid", "int"];

    private readonly string[] _segments;

    public OperationCase(OperationEntry operation, int number)
    {
        Operation = operation;
        Number = number;
        _segments = OperationIndex.SegmentsOf(operation.Path);
        Literal = With(index => Values[index % Values.Length]);
        Interpolated = With(index => $"{{id{index}}}");
        Formatted = With(index => $"{{{index}}}");
        Parameters = string.Concat(Enumerable.Range(0, Count).Select(index => $", {Types[index % Types.Length]} id{index}"));
        Arguments = string.Concat(Enumerable.Range(0, Count).Select(index => $", id{index}"));
        Concatenated = string.Join(" + ", Interpolated.Split('{', '}').Select((text, index) => index % 2 == 1 ? text : $"\"{text}\"").Where(text => text != "\"\""));
        SegmentList = string.Join(", ", Interpolated.TrimStart('/').Split('/').Select(segment => segment[0] == '{' ? segment.Trim('{', '}') + (IsText(segment) ? "" : ".ToString()") : $"\"{segment}\""));
    }

    public static IReadOnlyList<OperationCase> All { get; } =
        [.. BundledCatalogs.Operations.Entries.Select((operation, number) => new OperationCase(operation, number))];

    public OperationEntry Operation { get; }

    /// <summary>Its place among all of them.</summary>
    public int Number { get; }

    /// <summary>How many route values the path takes.</summary>
    public int Count => _segments.Count(IsParameter);

    /// <summary>The path with values: <c>/v2/droplets/3164444</c>.</summary>
    public string Literal { get; }

    /// <summary>The path with the method's parameters: <c>/v2/droplets/{id0}</c>.</summary>
    public string Interpolated { get; }

    /// <summary>The path for <c>string.Format</c>: <c>/v2/droplets/{0}</c>.</summary>
    public string Formatted { get; }

    /// <summary>The path as a sum: <c>"/v2/droplets/" + id0</c>.</summary>
    public string Concatenated { get; }

    /// <summary>The path's segments for <c>string.Join</c>.</summary>
    public string SegmentList { get; }

    /// <summary>The declaration of the parameters that the forms use, each after a comma.</summary>
    public string Parameters { get; }

    /// <summary>The parameters, each after a comma.</summary>
    public string Arguments { get; }

    /// <summary>The simplest method that sends this verb, and its arguments after the address.</summary>
    public string Call(string client, string address) => Call(Operation.Method, client, address);

    /// <summary>The same for another verb.</summary>
    public static string Call(string verb, string client, string address) => verb switch
    {
        "GET" => $"_ = {client}.GetAsync({address});",
        "POST" => $"_ = {client}.PostAsync({address}, null);",
        "PUT" => $"_ = {client}.PutAsync({address}, null);",
        "PATCH" => $"_ = {client}.PatchAsync({address}, null);",
        "DELETE" => $"_ = {client}.DeleteAsync({address});",
        _ => throw new ArgumentException($"HttpClient has no method of its own for {verb}.", nameof(verb)),
    };

    /// <summary>The property of <c>HttpMethod</c>: <c>Get</c>.</summary>
    public string Verb => Operation.Method[..1] + Operation.Method[1..].ToLowerInvariant();

    /// <summary>Whether the operation may be meant by this path: of the same length, or longer behind a last hole.</summary>
    /// <param name="path">The path, with holes in braces.</param>
    public bool Fits(string path)
    {
        var segments = OperationIndex.SegmentsOf(path);
        return (segments.Length == _segments.Length || (segments.Length < _segments.Length && IsParameter(segments[^1])))
            && _segments.Zip(segments).All(pair => IsParameter(pair.First) || IsParameter(pair.Second) || pair.First == pair.Second);
    }

    /// <summary>The path with the route values that are given by their index.</summary>
    public string With(Func<int, string> value)
    {
        var index = 0;
        return "/" + string.Join("/", _segments.Select(segment => IsParameter(segment) ? value(index++) : segment));
    }

    private static bool IsParameter(string segment) => segment[0] == '{';

    private static bool IsText(string hole) => int.Parse(hole.AsSpan(3, 1), System.Globalization.CultureInfo.InvariantCulture) % Types.Length == 0;
}
