using Microsoft.AspNetCore.WebUtilities;

namespace DoOAuth.Tests.Harness;

/// <summary>A request as it reached the provider.</summary>
internal sealed record RecordedRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public IReadOnlyDictionary<string, string> Form { get; } = Parse(Body);

    public IReadOnlyDictionary<string, string> QueryFields { get; } = Parse(Query);

    public string? Bearer => Headers.TryGetValue("Authorization", out var value) && value.StartsWith("Bearer ", StringComparison.Ordinal)
        ? value["Bearer ".Length..] : null;

    public static async Task<RecordedRequest> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        return new RecordedRequest(
            request.Method,
            request.Path.Value!,
            request.QueryString.Value ?? "",
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body);
    }

    private static Dictionary<string, string> Parse(string encoded) =>
        QueryHelpers.ParseQuery(encoded).ToDictionary(field => field.Key, field => field.Value.ToString());
}
