using System.Globalization;
using System.Text;

namespace DoOAuth.Benchmarks.Analyzers;

/// <summary>What else a project has: values, queries, text, and calls of other APIs.</summary>
internal static class OtherFile
{
    public static string Text(int number, int count)
    {
        var methods = new StringBuilder();
        for (var method = 0; method < count; method++)
        {
            methods.Append(Method(number, method));
        }

        return $$"""
            using System.Globalization;
            using System.Text;

            namespace Sample;

            public sealed record Item{{number}}(int Id, string Name, decimal Price, DateTimeOffset At, IReadOnlyList<string> Tags);

            public sealed class Work{{number}}(HttpClient http)
            {
                private readonly Dictionary<int, Item{{number}}> _items = [];
            {{methods}}}
            """;
    }

    private static string Method(int number, int method) => (method % 5) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $$"""

                public IReadOnlyList<string> Names{{method}}(int least) =>
                    [.. _items.Values.Where(item => item.Id > least && item.Tags.Contains("t{{method}}")).OrderBy(item => item.Price).Select(item => item.Name.ToUpperInvariant())];

            """),
        1 => string.Create(CultureInfo.InvariantCulture, $$"""

                public decimal Sum{{method}}(DateTimeOffset from, DateTimeOffset to)
                {
                    var sum = 0m;
                    foreach (var (id, item) in _items)
                    {
                        if (item.At < from || item.At >= to)
                        {
                            continue;
                        }

                        sum += id % {{method + 2}} == 0 ? Math.Round(item.Price, 2) : item.Price;
                    }

                    return sum;
                }

            """),
        2 => string.Create(CultureInfo.InvariantCulture, $$"""

                public string Describe{{method}}(int id)
                {
                    var text = new StringBuilder();
                    if (_items.TryGetValue(id, out var item))
                    {
                        text.Append(item.Name).Append(" costs ").Append(item.Price.ToString("0.00", CultureInfo.InvariantCulture));
                        text.AppendJoin(", ", item.Tags.Distinct().Take({{method}}));
                    }

                    return text.Length == 0 ? $"There is no {id}." : text.ToString();
                }

            """),
        3 => string.Create(CultureInfo.InvariantCulture, $$"""

                public void Put{{method}}(int id, string name, params string[] tags)
                {
                    ArgumentException.ThrowIfNullOrWhiteSpace(name);
                    _items[id] = new Item{{number}}(id, name.Trim(), id * 1.5m, DateTimeOffset.UnixEpoch.AddDays(id), tags);
                    _items.Remove(id - {{method}});
                }

            """),
        _ => string.Create(CultureInfo.InvariantCulture, $$"""

                public async Task<string> Fetch{{method}}Async(string id, CancellationToken cancel)
                {
                    var answer = await http.GetStringAsync($"{{(method % 2 == 0 ? "https://api.example.com" : "")}}/v1/items/{id}", cancel);
                    return answer.Length > {{method}} ? answer[..{{method}}] : answer;
                }

            """),
    };
}
