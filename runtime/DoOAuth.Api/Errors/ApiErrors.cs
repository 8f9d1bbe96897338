using System.Globalization;
using System.Net;
using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>Makes exceptions from answers that are not a success.</summary>
internal static class ApiErrors
{
    private const int LongestText = 500;

    /// <summary>The exception for an answer.</summary>
    public static DigitalOceanApiException From(HttpResponseMessage response, HttpMethod method, string path, ReadOnlySpan<byte> body)
    {
        var fields = new ErrorFields();
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!body.IsEmpty && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                Read(ref reader, fields);
            }
        }
        catch (JsonException)
        {
            // A proxy's page, for example. Status and address are all that can be told.
        }

        var requestId = fields.RequestId ?? Header(response, "x-request-id");
        var status = (int)response.StatusCode;
        var message = string.Create(CultureInfo.InvariantCulture, $"DigitalOcean answered {method} {path} with {status}")
            + (fields.Id is { } id ? $" {id}" : "") + (fields.Message is { } text ? $": {text}" : ".") + (requestId is null ? "" : $" (request {requestId})");
        return new DigitalOceanApiException(message)
        {
            Id = fields.Id,
            ApiMessage = fields.Message,
            RequestId = requestId,
            StatusCode = response.StatusCode,
            RetryAfter = RetryAfter(response),
        };
    }

    // Most errors are {id, message, request_id}. A few are {code, message}, {error, messages, root_causes} or {type, error}.
    private static void Read(ref Utf8JsonReader reader, ErrorFields fields)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name is "error" && reader.TokenType == JsonTokenType.StartObject)
            {
                Read(ref reader, fields);
                continue;
            }

            if (name is "messages" && reader.TokenType == JsonTokenType.StartArray)
            {
                var list = reader;
                if (list.Read() && list.TokenType == JsonTokenType.String)
                {
                    fields.Message ??= Cleaned(list.GetString()!);
                }
            }

            if (reader.TokenType == JsonTokenType.String)
            {
                Set(name!, Cleaned(reader.GetString()!), fields);
            }
            else
            {
                reader.TrySkip();
            }
        }
    }

    private static void Set(string name, string value, ErrorFields fields)
    {
        switch (name)
        {
            case "id":
                fields.Id = value;
                break;
            case "code" or "type":
                fields.Id ??= value;
                break;
            case "message":
                fields.Message = value;
                break;
            case "error" or "error_description":
                fields.Message ??= value;
                break;
            case "request_id":
                fields.RequestId = value;
                break;
        }
    }

    // Control characters would let an answer forge lines of a log.
    private static string Cleaned(string text) =>
        string.Concat((text.Length > LongestText ? text[..LongestText] + "…" : text).Select(character => char.IsControl(character) ? ' ' : character));

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? Cleaned(string.Join(",", values)) : null;

    private static TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var now = response.Headers.Date ?? DateTimeOffset.UtcNow;
        TimeSpan? wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ when response.StatusCode == HttpStatusCode.TooManyRequests
                && long.TryParse(Header(response, "ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
                && reset < DateTimeOffset.MaxValue.ToUnixTimeSeconds() => DateTimeOffset.FromUnixTimeSeconds(reset) - now,
            _ => null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private sealed class ErrorFields
    {
        public string? Id { get; set; }

        public string? Message { get; set; }

        public string? RequestId { get; set; }
    }
}
