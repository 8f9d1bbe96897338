using System.Net.Http.Headers;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>The body of a request.</summary>
internal static class ApiBody
{
    /// <summary>Writes a body, or none if the value is null.</summary>
    public static HttpContent? Of<T>(T? value)
        where T : class, IDigitalOceanJson<T>
    {
        if (value is null)
        {
            return null;
        }

        // An array of its own, so that handlers can send it again.
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            value.WriteJson(writer);
        }

        return new ByteArrayContent(stream.GetBuffer(), 0, (int)stream.Length) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
