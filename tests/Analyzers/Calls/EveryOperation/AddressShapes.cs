namespace DoOAuth.Analyzers.Tests.Calls.EveryOperation;

/// <summary>The ways to write an address. A § in a body stands for the number of its method.</summary>
internal static class AddressShapes
{
    private const string Api = "https://api.digitalocean.com";

    public static IReadOnlyList<CallShape> All { get; } =
    [
        Of("a literal", operation => $"\"{operation.Literal}\""),
        Of("a literal without leading slash", operation => $"\"{operation.Literal[1..]}\""),
        Of("a literal with a query", operation => $"\"{operation.Literal}?page=2&per_page=200\""),
        Of("a literal with a trailing slash", operation => $"\"{operation.Literal}/\""),
        Of("a literal with a fragment", operation => $"\"{operation.Literal}#top\""),
        Of("a raw literal", operation => $"\"\"\"{operation.Literal}\"\"\""),
        Of("a verbatim literal", operation => $"@\"{operation.Literal}\""),
        Of("escaped letters", operation => $"\"/v%32{operation.Literal[3..]}\""),
        Of("an interpolated string", operation => $"$\"{operation.Interpolated}\""),
        Of("an interpolated string without leading slash", operation => $"$\"{operation.Interpolated[1..]}\""),
        Of("an interpolated string with a query", operation => $"$\"{operation.Interpolated}?page={{page}}\""),
        Of("an interpolated string with a query that is built elsewhere", operation => $"$\"{operation.Interpolated}{{queryString}}\""),
        Of("an interpolated string with a query that is there or not", operation => $"$\"{operation.Interpolated}{{(page > 1 ? $\"?page={{page}}\" : \"\")}}\""),
        Of("an interpolated raw string", operation => $"$\"\"\"{operation.Interpolated}\"\"\""),
        Of("an interpolated string with escaped values", operation => $"$\"{operation.With(index => $"{{Uri.EscapeDataString(id{index}.ToString())}}")}\""),
        Of("an interpolated string with formats", operation => $"$\"{operation.With(index => $"{{id{index},1}}")}\""),
        Of("an interpolated string of the invariant culture", operation => $"string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"{operation.Interpolated}\")"),
        Of("FormattableString.Invariant", operation => $"FormattableString.Invariant($\"{operation.Interpolated}\")"),
        Of("a sum", operation => operation.Concatenated),
        Of("a sum in parentheses with a number", operation => $"(({operation.Concatenated}) + \"?page=\" + page)"),
        Of("string.Concat", operation => $"string.Concat({operation.Concatenated.Replace(" + ", ", ", StringComparison.Ordinal)})"),
        Of("string.Format", operation => $"string.Format(System.Globalization.CultureInfo.InvariantCulture, \"{operation.Formatted}\"{operation.Arguments})"),
        Of("string.Join", operation => $"string.Join(\"/\", {operation.SegmentList})"),
        Of("string.Join of a collection expression", operation => $"\"/\" + string.Join('/', [{operation.SegmentList}])"),
        Of("a literal with values that other operations have as segments", operation => $"\"{Misleading(operation)}\""),
        Of("nameof in a path", operation => $"$\"/{{nameof(v2)}}{operation.Interpolated[3..]}\""),
        Of("QueryHelpers", operation => $"Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString($\"{operation.Interpolated}\", \"page\", \"2\")"),
        Of("a base address before the path", operation => $"$\"{{Elsewhere.Base}}{operation.Interpolated}\""),
        Local("a constant local", operation => $"const string path = \"{operation.Literal}\";"),
        Local("a local", operation => $"var path = $\"{operation.Interpolated}\";"),
        Local("a local that grows", operation => $"var path = \"/v2\"; path += $\"{operation.Interpolated[3..]}\"; path += \"?page=\" + page;"),
        Local("a local that is assigned again", operation => $"var path = \"/v2/nothing\"; path = $\"{operation.Interpolated}\";"),
        Local("a local of one branch or the other", operation =>
            $"string path; if (page > 1) {{ path = $\"{operation.Interpolated}?page={{page}}\"; }} else {{ path = \"{operation.Literal}\"; }}"),
        Of("a conditional", operation => $"page > 1 ? \"{operation.Literal}\" : $\"{operation.Interpolated}?page={{page}}\"") with { Requests = 2 },
        Of("a switch", operation => $"page switch {{ 1 => \"{operation.Literal}\", 2 => $\"{operation.Interpolated}\", _ => throw new InvalidOperationException() }}") with { Requests = 2 },
        Of("a constant of the class", _ => "Path§") with { Members = (operation, number) => $"private const string Path{number} = \"{operation.Literal}\";" },
        Of("a constant of constants", _ => "Path§") with { Members = (operation, number) => $"private const string Path{number} = $\"/{{v2}}{operation.Literal[3..]}\";" },
        Of("a field that never changes", _ => "Path§") with { Members = (operation, number) => $"private static readonly string Path{number} = \"{operation.Literal}\";" },
        Of("a property", _ => "Path§") with { Members = (operation, number) => $"private static string Path{number} => \"{operation.Literal}\";" },
        Of("a method that makes the path", operation => $"Path§({operation.Arguments.TrimStart(',', ' ')})") with
        {
            Members = (operation, number) => $"private static string Path{number}({operation.Parameters.TrimStart(',', ' ')}) => $\"{operation.Interpolated}\";",
        },
        Of("another file's constant", _ => "OtherFile.Path§") with { OtherFile = (operation, number) => $"public const string Path{number} = \"{operation.Literal}\";" },
        Of("another file's field", _ => "OtherFile.Path§") with { OtherFile = (operation, number) => $"public static readonly string Path{number} = \"{operation.Literal[..3]}\" + \"{operation.Literal[3..]}\";" },
        Of("another file's property", _ => "OtherFile.Path§") with { OtherFile = (operation, number) => $"public static string Path{number} {{ get; }} = \"{operation.Literal}\";" },
        Of("another file's Uri", _ => "OtherFile.Path§") with { OtherFile = (operation, number) => $"public static readonly Uri Path{number} = new(\"{operation.Literal}\", UriKind.Relative);" },
        Of("another file's method", operation => $"OtherFile.Path§({operation.Arguments.TrimStart(',', ' ')})") with
        {
            OtherFile = (operation, number) => $"public static string Path{number}({operation.Parameters.TrimStart(',', ' ')}) => $\"{operation.Interpolated}\";",
        },
        Of("a relative Uri", operation => $"new Uri($\"{operation.Interpolated}\", UriKind.Relative)"),
        Of("a Uri on the client's base", operation => $"new Uri(client.BaseAddress!, $\"{operation.Interpolated}\")"),
        Of("the client's base as text", operation => $"$\"{{client.BaseAddress}}{operation.Interpolated[1..]}\""),
        Local("a Uri in a local", operation => $"var path = new Uri(\"{operation.Literal}\", UriKind.Relative);"),
        Local("a Uri with its type on the left", operation => $"Uri path = new($\"{operation.Interpolated}\", UriKind.Relative);"),
        Absolute("an absolute address", operation => $"\"{Api}{operation.Literal}\""),
        Absolute("an absolute address with a query", operation => $"$\"{Api}{operation.Interpolated}?page={{page}}\""),
        Absolute("an absolute address in capitals with its port", operation => $"\"HTTPS://API.DigitalOcean.com:443{operation.Literal}\""),
        Absolute("an absolute address in clear text", operation => $"\"http://api.digitalocean.com{operation.Literal}\""),
        Absolute("an absolute address by a constant", operation => $"Address + $\"{operation.Interpolated}\""),
        Absolute("an absolute Uri", operation => $"new Uri($\"{Api}{operation.Interpolated}\")"),
        Absolute("a Uri on a base", operation => $"new Uri(new Uri(\"{Api}/v2/\"), $\"{operation.Interpolated[4..]}\")"),
        Absolute("a Uri on a base in a field", operation => $"new Uri(Root, $\"{operation.Interpolated}\")"),
    ];

    // A route value may be a word that other paths contain, as long as no other operation of the verb has just this path.
    private static string Misleading(OperationCase operation)
    {
        foreach (var word in new[] { "actions", "default", "resources", "options", "snapshots", "metrics" })
        {
            var path = operation.With(_ => word);
            if (OperationCase.All.Count(other => other.Operation.Method == operation.Operation.Method && other.Fits(path)) == 1)
            {
                return path;
            }
        }

        return operation.Literal;
    }

    private static CallShape Of(string name, Func<OperationCase, string> address) =>
        new(name, operation => operation.Call("client", address(operation)));

    private static CallShape Local(string name, Func<OperationCase, string> declaration) =>
        new(name, operation => $"{declaration(operation)} {operation.Call("client", "path")}");

    private static CallShape Absolute(string name, Func<OperationCase, string> address) =>
        new(name, operation => operation.Call("anybodys", address(operation))) { IsAbsolute = true };
}
