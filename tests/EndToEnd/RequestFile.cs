using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>
/// An <c>.http</c> file as editors read it: <c>@name = value</c>, requests under <c>###</c>, <c>{{name}}</c> in them. Each title says
/// in brackets which status answers.
/// </summary>
internal sealed partial class RequestFile(string text)
{
    private readonly Dictionary<string, string> _variables = Variable().Matches(text)
        .ToDictionary(variable => variable.Groups[1].Value, variable => variable.Groups[2].Value.Trim(), StringComparer.Ordinal);

    /// <summary>The requests in their order, with the values that the variables have when they are read.</summary>
    public IEnumerable<FileRequest> Requests => text.Split("\n### ")[1..].Select(Read);

    /// <summary>The cookie that the file tells its reader to copy.</summary>
    public string CookieName => Cookie().Match(text).Groups[1].Value;

    /// <summary>Puts a value behind an <c>@name</c> that the file has.</summary>
    public void Set(string variable, string value)
    {
        Assert.Contains(variable, _variables.Keys);
        _variables[variable] = value;
    }

    private FileRequest Read(string section)
    {
        var lines = Hole().Replace(section, hole => _variables[hole.Groups[1].Value]).Split('\n');
        var request = lines.Skip(1).SkipWhile(line => line.StartsWith('#')).ToList();
        var headers = request.Skip(1).TakeWhile(line => line.Length > 0).ToList();
        return new FileRequest(
            lines[0],
            [.. Status().Matches(lines[0]).Select(status => (HttpStatusCode)int.Parse(status.Value, CultureInfo.InvariantCulture))],
            HttpMethod.Parse(request[0].Split(' ')[0]),
            new Uri(request[0].Split(' ')[1]),
            [.. headers.Select(header => header.Split(':', 2)).Select(parts => (parts[0], parts[1].Trim()))],
            string.Join('\n', request.Skip(1 + headers.Count)).Trim());
    }

    [GeneratedRegex(@"^@(\w+) *=(.*)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"copy the cookie (\S+) from")]
    private static partial Regex Cookie();

    [GeneratedRegex(@"(?<=\(.*)\b[0-9]{3}\b")]
    private static partial Regex Status();
}
