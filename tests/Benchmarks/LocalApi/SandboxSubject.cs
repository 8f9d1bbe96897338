using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using DoOAuth.Benchmarks.Applications;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.LocalApi;

/// <summary>The sandbox beside Prism, and with many droplets.</summary>
internal sealed class SandboxSubject : Subject
{
    private const string Ours = "sandbox";
    private const string Theirs = "Prism";
    private const string List = "/v2/droplets";
    private const int Connections = 8;
    private const int Requests = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("dooauth-prism-").FullName;
    private readonly List<AppProcess> _running = [];
    private readonly DropletStores _stores = new();

    public override string Name => "sandbox";

    public override string Summary => "the sandbox beside Prism: start, memory, requests; and with 100,000 droplets";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var many = await _stores.PrepareAsync();
        if (await Prism.InstallAsync(_folder) is not { } script)
        {
            return [many];
        }

        var api = DescribedApi.Read();
        var description = Path.Combine(_folder, "openapi.json");
        await OpenApiFile.WriteAsync(api, description, List, JsonNode.Parse(_stores.PageOf20)!);
        LocalServer[] servers =
        [
            new(Ours, "dotnet", port => [Path.Combine(AppContext.BaseDirectory, "do-oauth-sandbox.dll"), "--port", port, "--auto-approve"], ""),
            new(Theirs, "node", port => [script, "mock", "--host", "127.0.0.1", "--port", port, description], "any"),
        ];
        return [Start(servers), Memory(api, servers), Load(servers), many];
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var process in _running)
        {
            process.Dispose();
        }

        await _stores.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    private static Experiment Start(LocalServer[] servers) => new(
        "Start to first answer",
        [.. servers.Select(server => new Variant(server.Name, () =>
        {
            var began = Stopwatch.GetTimestamp();
            using var process = server.Start();
            _ = process.WaitForAnswer("/v2/account");
            return Task.FromResult(new Measure(Stopwatch.GetElapsedTime(began)));
        }))],
        [Ratio.OfTimes(Ours, Theirs, atMost: 0.1)])
    {
        Description = $"""
            `do-oauth-sandbox` beside `prism mock` of Prism {Prism.Version}, whose description is written from the same data as the sandbox's: every
            operation with its parameters and the schemas of its request and answer. The time is measured from the start of the process to the first
            bytes of the response to `GET /v2/account`. The same client connects to both over loopback, and retries every millisecond until it
            succeeds.
            """,
        Rounds = 5,
        WarmUp = 1,
    };

    private static Experiment Memory(DescribedApi api, LocalServer[] servers) => new(
        "Memory after every operation was called once",
        [.. servers.Select(server => new Variant(server.Name, async () =>
        {
            using var process = server.Start();
            _ = process.WaitForAnswer("/v2/account");
            var token = await SandboxToken.OfAsync(server, process.Address);
            using var http = new HttpClient { BaseAddress = process.Address };
            foreach (var (entry, shapes) in api.Operations)
            {
                using var request = ExampleRequest.Of(api, entry, shapes, token);
                using var response = await http.SendAsync(request);
                _ = await response.Content.ReadAsByteArrayAsync();
            }

            return new Measure(TimeSpan.Zero, process.Memory().WorkingSet);
        }))],
        [Ratio.OfBytes(Ours, Theirs, atMost: 0.4)])
    {
        Description = $"""
            The same two. Each round starts both, and sends one request to each of the {api.Operations.Count} operations, with the examples of the
            description as parameters and body. Then the resident memory is read from Linux (`smaps_rollup`).
            """,
        Rounds = 3,
        WarmUp = 0,
    };

    private Experiment Load(LocalServer[] servers) => new(
        "A list of 20 droplets",
        [.. servers.Select(server =>
        {
            // Started by the first round: until then, other experiments have the machine for themselves.
            RequestLoad? load = null;
            return new Variant(server.Name, async () =>
            {
                load ??= await PrepareLoadAsync(server);
                var began = Stopwatch.GetTimestamp();
                await load.RunAsync(Connections, Requests);
                return new Measure(Stopwatch.GetElapsedTime(began) / (Connections * Requests));
            });
        })],
        [Ratio.OfRates(Ours, Theirs, atLeast: 5)])
    {
        Description = $"""
            `GET {List}?per_page=20` at both, with the same 20 droplets, which Prism has as the example of the operation. The sandbox also checks the
            token and its scopes. {Connections} connections send {Requests} requests each, and the client runs on the same processors.
            """,
        Rounds = 9,
        WarmUp = 2,
    };

    private async Task<RequestLoad> PrepareLoadAsync(LocalServer server)
    {
        var process = server.Start();
        _running.Add(process);
        _ = process.WaitForAnswer("/v2/account");
        var token = await SandboxToken.OfAsync(server, process.Address);
        if (server.Name == Ours)
        {
            await DropletStores.FillAsync(process.Address, token, 20);
        }

        return new RequestLoad(process.Address, $"{List}?per_page=20", token);
    }
}
