using System.Globalization;
using DoOAuth.Benchmarks.Measuring;

namespace DoOAuth.Benchmarks.TypedClients;

/// <summary>The typed client beside the one that Kiota writes from the same description, and beside records written by hand.</summary>
internal sealed class ApiSubject : Subject
{
    private const string Own = "DoOAuth.Api";
    private const string Hand = "hand-written records";
    private const string Kiota = "Kiota's client";

    private readonly string _folder = Directory.CreateTempSubdirectory("do-oauth-clients-").FullName;

    public override string Name => "api";

    public override string Summary => "a list of 200 Droplets read by the typed client, by Kiota's client and by hand-written records";

    public override async Task<IReadOnlyList<Experiment>> PrepareAsync()
    {
        var list = Path.Combine(_folder, "droplets.json");
        await DropletList.WriteAsync(list, DropletList.Count);
        var reader = new ReaderApp(_folder, list);
        var kiota = await KiotaTool.WriteClientAsync(_folder);
        var all = await reader.BuildAsync(kiota is null ? "both" : "all", kiota);
        var (own, hand) = (await reader.PublishAsync("own"), await reader.PublishAsync("hand"));
        return
        [
            Reading(reader, all, kiota is not null),
            new Experiment("First list of a native app", [First(Own, reader, own), First(Hand, reader, hand)], [Ratio.OfTimes(Own, Hand, atMost: 1.1)])
            {
                Description = $"""
                    The same list, read once by a native app that has just started (`PublishAot`), from the call of the client to the last Droplet. The apps differ
                    only in the client (tests/Benchmarks/TypedClients/Reader).
                    """,
                Rounds = 21,
            },
            new Experiment("Size of a native app that lists Droplets", [Size(Own, own), Size(Hand, hand)], [Ratio.OfBytes(Own, Hand, atMost: 1.05)])
            {
                Description = "The same two apps: the bytes of the executable, without symbols. Neither contains a network stack.",
                Rounds = 1,
                WarmUp = 0,
            },
        ];
    }

    public override async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    private static Experiment Reading(ReaderApp reader, string program, bool withKiota)
    {
        IReadOnlyDictionary<string, Measure> round = new Dictionary<string, Measure>();
        List<(string Name, string Key)> clients = [(Own, "own"), (Hand, "hand")];
        List<Ratio> ratios = [Ratio.OfTimes(Own, Hand, atMost: 1.1), Ratio.OfBytes(Own, Hand, atMost: 1.1)];
        if (withKiota)
        {
            clients.Add((Kiota, "kiota"));
            ratios.AddRange([Ratio.OfTimes(Own, Kiota, atMost: 0.25), Ratio.OfBytes(Own, Kiota, atMost: 0.25)]);
        }

        return new Experiment($"A list of {DropletList.Count} Droplets", [.. clients.Select((client, place) => new Variant(client.Name, async () =>
        {
            // One process measures all of them by turns.
            round = round.ContainsKey(client.Key) ? round : await reader.MeasureAsync(program);
            var measure = round[client.Key];
            round = round.Where(pair => pair.Key != client.Key).ToDictionary();
            return measure;
        }))], ratios)
        {
            Description = $"""
                The answer to `GET /v2/droplets` with {DropletList.Count} Droplets of the sandbox, from an `HttpMessageHandler` that returns the same bytes each
                time: `ListPageAsync` of DoOAuth.Api; `GetAsync` of the client that Kiota {KiotaTool.Version} writes from the same description of the API, over the same
                `HttpClient`; `GetFromJsonAsync` with records for all members of a Droplet and the source generator of System.Text.Json
                (tests/Benchmarks/TypedClients/Reader). Each round is a new process that measures them by turns, after they are compiled. The bytes are those that
                the calling thread allocates.
                """,
            Rounds = 7,
            WarmUp = 1,
        };
    }

    private static Variant First(string name, ReaderApp reader, string program) =>
        new(name, async () => new Measure(TimeSpan.FromMilliseconds(double.Parse(await reader.RunAsync(program, "first"), CultureInfo.InvariantCulture))));

    private static Variant Size(string name, string program) =>
        new(name, () => Task.FromResult(new Measure(TimeSpan.Zero, new FileInfo(program).Length)));
}
