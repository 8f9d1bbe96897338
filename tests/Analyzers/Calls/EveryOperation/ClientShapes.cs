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
        On("a client of a type parameter", "typed"),
        new("a client in a local of type HttpClient", operation => $"HttpClient http = client; {operation.Call("http", $"$\"{operation.Interpolated}\"")}"),
        new("a client that is cast", operation => operation.Call("((HttpClient)client)", $"$\"{operation.Interpolated}\"")),
        new("a client that the class is", _ => "")
        {
            Members = (operation, number) =>
                $"private sealed class Client{number}(DigitalOceanClientHandler handler) : DigitalOceanClient(handler) {{ public async Task M(CancellationToken cancel{operation.Parameters}) {{ {operation.Call("this", $"$\"{operation.Interpolated}\"")} }} }}",
        },
        new("a client that the class is, without this", _ => "")
        {
            Members = (operation, number) =>
                $"private sealed class Client{number}(DigitalOceanClientHandler handler) : DigitalOceanClient(handler) {{ public async Task M(CancellationToken cancel{operation.Parameters}) {{ {operation.Call("base", $"$\"{operation.Interpolated}\"").Replace("base.", "", StringComparison.Ordinal)} }} }}",
        },
        new("a client that a class wraps", _ => "")
        {
            Members = (operation, number) =>
                $"private sealed class Wrapper{number}(DigitalOceanClient inner) {{ public async Task M(CancellationToken cancel{operation.Parameters}) {{ {operation.Call("inner", $"$\"{operation.Interpolated}\"")} }} }}",
        },
    ];

    private static CallShape On(string name, string client) => new(name, operation => operation.Call(client, $"$\"{operation.Interpolated}\""));
}
