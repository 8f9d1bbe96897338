using System.Globalization;
using System.Text;

namespace DoOAuth.ApiSource.Names;

/// <summary>C# identifiers by .NET's guidelines, from the names in the description.</summary>
internal static class Identifier
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["genai"] = "GenAI",
        ["gradientai"] = "GradientAI",
        ["digitalocean"] = "DigitalOcean",
        ["openai"] = "OpenAI",
        ["openapi"] = "OpenApi",
        ["ip"] = "IP",
        ["ips"] = "IPs",
        ["ai"] = "AI",
        ["ipv4"] = "IPv4",
        ["ipv6"] = "IPv6",
        ["id"] = "Id",
        ["ids"] = "Ids",
        ["os"] = "OS",
        ["ok"] = "Ok",
        ["github"] = "GitHub",
        ["gitlab"] = "GitLab",
        ["mysql"] = "MySql",
        ["postgresql"] = "PostgreSql",
        ["mongodb"] = "MongoDb",
        ["opensearch"] = "OpenSearch",
        ["opeasearch"] = "OpenSearch",
        ["elasticsearch"] = "Elasticsearch",
        ["autoscale"] = "Autoscale",
        ["nameservers"] = "NameServers",
        ["opensource"] = "OpenSource",
    };

    private static readonly string[] Digits = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    /// <summary>The name in Pascal case: <c>tag_name</c> is <c>TagName</c>, <c>1_clicks</c> is <c>OneClicks</c>, <c>v1/insights</c> is <c>V1Insights</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="digitPrefix">The prefix of a name that starts with a digit and is more than a number of one digit and words.</param>
    public static string Pascal(string name, string digitPrefix = "Value")
    {
        var words = WordsOf(name);
        if (words.Count == 0)
        {
            return "Empty";
        }

        var text = new StringBuilder();
        foreach (var word in words)
        {
            if (text.Length > 0 && char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(word[0]))
            {
                text.Append('_');
            }

            text.Append(Word(word));
        }

        if (!char.IsAsciiDigit(text[0]))
        {
            return text.ToString();
        }

        return words is [[_], _, ..] && !char.IsAsciiDigit(words[1][0]) && words[1].Length > 1 ? Digits[text[0] - '0'] + text.ToString(1, text.Length - 1) : digitPrefix + text;
    }

    /// <summary>The name in camel case.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        var upper = 0;
        while (upper < pascal.Length && char.IsAsciiLetterUpper(pascal[upper]))
        {
            upper++;
        }

        // IPAddress is ipAddress; Id is id.
        var lower = upper <= 1 || upper == pascal.Length ? upper : upper - 1;
        return pascal[..Math.Max(lower, 1)].ToLowerInvariant() + pascal[Math.Max(lower, 1)..];
    }

    /// <summary>The words of a name.</summary>
    public static IReadOnlyList<string> WordsOf(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var allUpper = !name.Any(char.IsAsciiLetterLower);
        for (var index = 0; index < name.Length; index++)
        {
            var letter = name[index];
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                Flush();
                if (letter == '*')
                {
                    words.Add("Star");
                }

                if (letter == '+')
                {
                    words.Add("Plus");
                }

                continue;
            }

            var startsWord = !allUpper && char.IsAsciiLetterUpper(letter) && word.Length > 0
                && (char.IsAsciiLetterLower(word[^1]) || char.IsAsciiDigit(word[^1]) || (index + 1 < name.Length && char.IsAsciiLetterLower(name[index + 1]) && !IsPlural(name, index)));
            if (startsWord)
            {
                Flush();
            }

            word.Append(letter);
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    // IPs and IDs are one word, and so is IPv6.
    private static bool IsPlural(string name, int index) =>
        (name[index + 1] == 's' && (index + 2 == name.Length || !char.IsAsciiLetterLower(name[index + 2])))
        || (name[index + 1] == 'v' && index + 2 < name.Length && char.IsAsciiDigit(name[index + 2]));

    private static string Word(string word) =>
        Words.TryGetValue(word, out var known) ? known
        : char.ToUpper(word[0], CultureInfo.InvariantCulture) + (word.Length > 1 ? word[1..].ToLowerInvariant() : "");
}
