namespace DoOAuth.Analyzers.Tests.Calls.EveryOperation;

/// <summary>The clients on which a call is made.</summary>
internal static class ClientShapes
{
    public static IReadOnlyList<CallShape> All { get; } =
    [
        On("the client of an annotated class", "deck"),
        On("a client that derives from it", "own"),
        On("a client that may be null", "maybe?"),
        On("a client in a field", "held.Client"),
        On("a client in parentheses", "(maybe ?? client)"),
        new("a client of a type parameter", _ => "")
        {
            Members = (operation, number) =>
                $"public static void Typed{number}<T>(T typed{operation.Parameters}) where T : DigitalOceanClient {{ {operation.Call("typed", $"$\"{operation.Interpolated}\"")} }}",
        },
        new("a client in a local of type HttpClient", operation => $"HttpClient http = client; {operation.Call("http", $"$\"{operation.Interpolated}\"")}"),
        new("a client that is cast", operation => operation.Call("((HttpClient)client)", $"$\"{operation.Interpolated}\"")),
        new("a client that the class is", _ => "")
        {
            Members = (operation, number) =>
                $"private sealed class Client{number}(DigitalOceanClientHandler handler) : DigitalOceanClient(handler) {{ public void M({operation.Parameters.TrimStart(',', ' ')}) {{ {operation.Call("this", $"$\"{operation.Interpolated}\"")} }} }}",
        },
        new("a client that the class is, without this", _ => "")
        {
            Members = (operation, number) =>
                $"private sealed class Client{number}(DigitalOceanClientHandler handler) : DigitalOceanClient(handler) {{ public void M({operation.Parameters.TrimStart(',', ' ')}) {{ {operation.Call("this", $"$\"{operation.Interpolated}\"").Replace("this.", "", StringComparison.Ordinal)} }} }}",
        },
        new("a client that the class is, by its base", _ => "")
        {
            Members = (operation, number) =>
                $"private sealed class Client{number}(DigitalOceanClientHandler handler) : DigitalOceanClient(handler) {{ public void M({operation.Parameters.TrimStart(',', ' ')}) {{ {operation.Call("base", $"$\"{operation.Interpolated}\"")} }} }}",
        },
        new("a client that a class wraps", _ => "")
        {
            Members = (operation, number) =>
                $"private sealed class Wrapper{number}(DigitalOceanClient inner) {{ public void M({operation.Parameters.TrimStart(',', ' ')}) {{ {operation.Call("inner", $"$\"{operation.Interpolated}\"")} }} }}",
        },
    ];

    private static CallShape On(string name, string client) => new(name, operation => operation.Call(client, $"$\"{operation.Interpolated}\""));
}
