using System.Net;
using System.Text.Json.Nodes;

namespace DoOAuth.Tests.Harness;

/// <summary>An answer as the browser got it.</summary>
internal sealed record Page(Uri Address, HttpStatusCode StatusCode, IReadOnlyDictionary<string, IReadOnlyList<string>> Headers, string Body)
{
    public int Status => (int)StatusCode;

    public string? ContentType => Header("Content-Type");

    public Uri Location => new(Address, Header("Location") ?? throw new InvalidOperationException($"{Address} answered {Status} and no redirect: {Body}"));

    public bool IsRedirect => Status is >= 300 and < 400;

    public IReadOnlyList<string> SetCookies => Headers.TryGetValue("Set-Cookie", out var values) ? values : [];

    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Reason => (string?)Json["reason"];

    public string AllText => string.Join('\n', Headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")) + "\n" + Body;

    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join(", ", values) : null;

    public static async Task<Page> ReadAsync(Uri address, HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => (IReadOnlyList<string>)[.. header.Value], StringComparer.OrdinalIgnoreCase);
        return new Page(address, response.StatusCode, headers, body);
    }
}
