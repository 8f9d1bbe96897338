using System.Globalization;
using System.Text;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>A service, its interface, and its calls of DigitalOcean in the shapes that people write.</summary>
internal sealed class ServiceFile
{
    // 20 methods have 24 calls between them: 3,600 in 150 files.
    private const int MethodsForOneWithTwoCalls = 5;

    private readonly List<IReadOnlyList<SampleOperation>> _operations = [];

    public ServiceFile(int number, int methods)
    {
        Number = number;
        for (var method = 0; method < methods; method++)
        {
            var first = (number * 37) + (method * 11);
            _operations.Add(method < methods / MethodsForOneWithTwoCalls ? [Operation(first), Operation(first + 5)] : [Operation(first)]);
        }

        Text = Write();
    }

    public int Number { get; }

    public string Text { get; }

    public int Calls => _operations.Sum(operations => operations.Count);

    /// <summary>The operations that a method calls.</summary>
    public IReadOnlyList<SampleOperation> OperationsOf(int method) => _operations[method];

    private static SampleOperation Operation(int number) => SampleOperation.All[number % SampleOperation.All.Count];

    private string Write()
    {
        var contract = new StringBuilder();
        var methods = new StringBuilder();
        for (var method = 0; method < _operations.Count; method++)
        {
            var signature = string.Create(CultureInfo.InvariantCulture, $"Task<string> Step{method}Async(long id, CancellationToken cancel)");
            contract.Append(CultureInfo.InvariantCulture, $"    {signature};\n");
            methods.Append(CultureInfo.InvariantCulture, $$"""

                    public async {{signature}}
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
                        logger.LogDebug("Step {{method}} of {Id}", id);
                        var answers = new List<string>();
                {{string.Concat(_operations[method].Select((operation, call) => Call(operation, Number + method + call)))}}
                        return string.Join(Separator, answers.Where(answer => answer.Length > 0).Select(answer => answer.Trim()));
                    }

                """);
        }

        return $$"""
            using System.Text.Json;
            using DoOAuth;

            namespace Sample;

            public interface IService{{Number}}
            {
            {{contract}}}

            public sealed class Service{{Number}}(DigitalOceanClient digitalOcean, ILogger<Service{{Number}}> logger) : IService{{Number}}
            {
                private const string Separator = ", ";
            {{methods}}}
            """;
    }

    private static string Call(SampleOperation operation, int shape) => (operation.Method, shape % 4) switch
    {
        ("GET", 0) => $$"""
                    answers.Add(await digitalOcean.GetStringAsync($"{{operation.Path}}", cancel));

            """,
        ("GET", 1) => $$"""
                    var value{{shape}} = await digitalOcean.GetFromJsonAsync<JsonElement>($"{{operation.Path}}?page={answers.Count + 1}&per_page=50", cancel);
                    answers.Add(value{{shape}}.GetRawText());

            """,
        ("GET", 2) => $$"""
                    using (var response = await digitalOcean.GetAsync({{Concatenated(operation.Path)}}, cancel))
                    {
                        response.EnsureSuccessStatusCode();
                        answers.Add(await response.Content.ReadAsStringAsync(cancel));
                    }

            """,
        ("POST", < 3) => $$"""
                    using (var response = await digitalOcean.PostAsJsonAsync($"{{operation.Path}}", new { name = id, count = answers.Count }, cancel))
                    {
                        answers.Add(response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(cancel) : "");
                    }

            """,
        ("DELETE", < 3) => $$"""
                    using (var response = await digitalOcean.DeleteAsync($"{{operation.Path}}", cancel))
                    {
                        answers.Add(response.StatusCode.ToString());
                    }

            """,
        _ => $$"""
                    using (var request = new HttpRequestMessage(new HttpMethod("{{operation.Method}}"), $"{{operation.Path}}"))
                    using (var response = await digitalOcean.SendAsync(request, cancel))
                    {
                        answers.Add(response.ReasonPhrase ?? "");
                    }

            """,
    };

    private static string Concatenated(string path) => "\"" + path.Replace("{id}", "\" + id + \"", StringComparison.Ordinal) + "\"";
}
