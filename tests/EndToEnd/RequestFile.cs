using System.Net;
using System.Text;
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

    /// <summary>Puts a value behind an <c>@name</c> that the file has.</summary>
    public void Set(string variable, string value)
    {
        Assert.Contains(variable, _variables.Keys);
        _variables[variable] = value;
    }

    /// <summary>The requests in their order.</summary>
    public IEnumerable<FileRequest> Requests => text.Split("\n### ")[1..].Select(Read);

    private FileRequest Read(string section)
    {
        var lines = Hole().Replace(section, hole => _variables[hole.Groups[1].Value]).Split('\n');
        var request = lines.Skip(1).SkipWhile(line => line.StartsWith('#')).ToList();
        var (method, address) = (request[0].Split(' ', 2)[0], request[0].Split(' ', 2)[1]);
        var headers = request.Skip(1).TakeWhile(line => line.Length > 0).Select(line => line.Split(':', 2)).Select(parts => (parts[0], parts[1].Trim())).ToList();
        var body = string.Join('\n', request.Skip(1 + headers.Count)).Trim();
        return new(lines[0], (HttpStatusCode)int.Parse(Status().Match(lines[0]).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), new(method), new(address), headers, body);
    }

    [GeneratedRegex(@"^@(\w+) *=(.*)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\(([0-9]{3})\b")]
    private static partial Regex Status();
}

/// <summary>One request of the file.</summary>
/// <param name="Title">What stands after <c>###</c>.</param>
/// <param name="Expected">The first status of the title.</param>
/// <param name="Method">The verb.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Headers">In their order; those without a value are not sent.</param>
/// <param name="Body">Empty where there is none.</param>
internal sealed record FileRequest(string Title, HttpStatusCode Expected, HttpMethod Method, Uri Address, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    /// <summary>Sends it, as it stands there.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(Method, Address);
        if (Body.Length > 0)
        {
            request.Content = new StringContent(Body, Encoding.UTF8);
            request.Content.Headers.Clear();
        }

        foreach (var (name, value) in Headers.Where(header => header.Value.Length > 0))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value) || request.Content?.Headers.TryAddWithoutValidation(name, value) == true, name);
        }

        return await client.SendAsync(request);
    }
}
