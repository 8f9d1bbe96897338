namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>Endpoints whose handlers call DigitalOcean themselves, each with the guards of what it calls.</summary>
internal static class GuardedCalls
{
    private static readonly SampleOperation[] Operations = [.. SampleOperation.All.Where(operation => operation.Method == "GET")];

    public static string Text(int file, IEnumerable<int> numbers) => $$"""
        using DoOAuth;

        namespace Sample;

        internal static class Calls{{file}}
        {
            public static void MapCalls{{file}}(this IEndpointRouteBuilder endpoints)
            {
        {{string.Concat(numbers.Select(number => Endpoint(number, Operations[number % Operations.Length])))}}    }
        }
        """;

    private static string Endpoint(int number, SampleOperation operation) => $$"""
                endpoints.MapGet("/calls{{number}}/{id}", (string id, DigitalOceanClient digitalOcean, CancellationToken cancel) =>
                    digitalOcean.GetStringAsync($"{{operation.Path}}?name={id}", cancel)){{operation.Guards}};

        """;
}
