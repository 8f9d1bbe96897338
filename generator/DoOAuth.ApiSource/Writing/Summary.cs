using DoOAuth.ApiSource.Model;
using DoOAuth.ApiSource.Names;

namespace DoOAuth.ApiSource.Writing;

/// <summary>Says in one sentence what an operation does, from the method's name and the path.</summary>
internal static class Summary
{
    private static readonly string[] Prepositions = ["by", "with", "from", "to", "for", "on", "in", "of"];

    // Names and abbreviations that the words of an identifier lose.
    private static readonly Dictionary<string, string> Written = new(StringComparer.Ordinal)
    {
        ["api"] = "API",
        ["byoip"] = "BYOIP",
        ["ca"] = "CA",
        ["cdn"] = "CDN",
        ["cpu"] = "CPU",
        ["csv"] = "CSV",
        ["db"] = "database",
        ["dbaas"] = "managed database",
        ["docker"] = "Docker",
        ["functions"] = "Functions",
        ["gpu"] = "GPU",
        ["http"] = "HTTP",
        ["kafka"] = "Kafka",
        ["kubernetes"] = "Kubernetes",
        ["lb"] = "load balancer",
        ["nat"] = "NAT",
        ["nfs"] = "NFS",
        ["nlb"] = "network load balancer",
        ["pdf"] = "PDF",
        ["sql"] = "SQL",
        ["ssh"] = "SSH",
        ["tcp"] = "TCP",
        ["tls"] = "TLS",
        ["udp"] = "UDP",
        ["urls"] = "URLs",
        ["uuid"] = "UUID",
        ["vpc"] = "VPC",
        ["vpcs"] = "VPCs",
    };

    /// <summary>The sentence, such as <c>Gets the backup policy of a droplet.</c></summary>
    public static string Of(ClientOperation operation)
    {
        var words = Words(operation.Method[..^"Async".Length]);
        var (verb, rest) = (words[0].ToLowerInvariant(), words.Skip(1).ToList());
        var (noun, parent) = Resource(operation.Entry.Path);
        var isItem = operation.Entry.Path.EndsWith('}');
        var thing = rest switch
        {
            [] when verb == "list" => noun,
            [] => Article(Singular(noun), isItem || verb == "create"),
            [var first, ..] when Prepositions.Contains(first) => $"{(isItem || parent is not null ? Article(Singular(noun), true) : noun)} {string.Join(' ', rest)}",
            _ when verb == "list" => string.Join(' ', rest),
            _ => Article(string.Join(' ', rest), (isItem || verb is "create" or "add") && !IsPlural(rest[^1])),
        };
        var owner = parent is null || thing.EndsWith(Singular(parent), StringComparison.Ordinal) ? "" : $" of {Article(Singular(parent), true)}";
        return $"{ThirdPerson(verb)} {thing}{owner}.";
    }

    // The last word of the path that is not a parameter, and the one before the parameter that comes before it.
    private static (string Noun, string? Parent) Resource(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var last = Array.FindLastIndex(segments, segment => segment[0] != '{');
        var parameter = Array.FindLastIndex(segments, last, segment => segment[0] == '{');
        var parent = parameter < 0 ? -1 : Array.FindLastIndex(segments, parameter, segment => segment[0] != '{');
        return (Spaced(segments[last]), parent < 0 ? null : Spaced(segments[parent]));
    }

    private static string Spaced(string segment) => string.Join(' ', Words(segment));

    private static List<string> Words(string name) => [.. Identifier.WordsOf(name.Replace("OpenAI", "Openai", StringComparison.Ordinal)).Select(Word)];

    // Abbreviations keep their capitals.
    private static string Word(string word) =>
        Identifier.Pascal(word, "") is var cased && cased.Count(char.IsUpper) > 1 ? cased : Written.GetValueOrDefault(word.ToLowerInvariant(), word.ToLowerInvariant());

    private static string Article(string words, bool isOneOfMany) =>
        !isOneOfMany ? $"the {words}" : "aeioAEIO".Contains(words[0], StringComparison.Ordinal) ? $"an {words}" : $"a {words}";

    private static bool IsPlural(string word) => word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal);

    private static string Singular(string words) =>
        words.EndsWith("ies", StringComparison.Ordinal) ? words[..^3] + "y"
        : words.EndsWith("sses", StringComparison.Ordinal) || words.EndsWith("xes", StringComparison.Ordinal) ? words[..^2]
        : IsPlural(words) && !words.EndsWith("Kubernetes", StringComparison.Ordinal) ? words[..^1]
        : words;

    private static string ThirdPerson(string verb)
    {
        var ending = verb.EndsWith('y') && verb.Length > 1 && !"aeou".Contains(verb[^2], StringComparison.Ordinal) ? verb[..^1] + "ies"
            : verb.EndsWith('s') || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal) ? verb + "es"
            : verb + "s";
        return char.ToUpperInvariant(ending[0]) + ending[1..];
    }
}
