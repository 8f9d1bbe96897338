using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DoOAuth.Api;

/// <summary>Makes exceptions from answers that are not a success.</summary>
internal static partial class ApiErrors
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
            // A proxy's page, or a body that breaks off. What was read before counts.
        }

        var apiMessage = fields.Message ?? fields.Reason;
        var requestId = fields.RequestId ?? Header(response, "x-request-id");
        var status = (int)response.StatusCode;
        var message = string.Create(CultureInfo.InvariantCulture, $"DigitalOcean answered {method} {path} with {status}")
            + (fields.Id is { } id ? $" {id}" : "") + (apiMessage is { } text ? $": {text}" : ".") + (requestId is null ? "" : $" (request {requestId})");
        return new DigitalOceanApiException(message)
        {
            Id = fields.Id,
            ApiMessage = apiMessage,
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
            var name = Text(in reader);
            reader.Read();
            if (name is "error" && reader.TokenType == JsonTokenType.StartObject)
            {
                Read(ref reader, fields);
                continue;
            }

            if (name is "messages" && reader.TokenType == JsonTokenType.StartArray)
            {
                ReadReasons(ref reader, fields);
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                if (Text(in reader) is { } text)
                {
                    Set(name, Cleaned(text), fields);
                }
            }
            else
            {
                reader.TrySkip();
            }
        }
    }

    private static void ReadReasons(ref Utf8JsonReader reader, ErrorFields fields)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String && Text(in reader) is { } text)
            {
                fields.Reasons.Add(text);
            }

            reader.TrySkip();
        }
    }

    // Null for a text that is not valid UTF-8 or has half a surrogate pair: the rest of the error counts anyway.
    private static string? Text(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Set(string? name, string value, ErrorFields fields)
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
                fields.Error ??= value;
                break;
            case "request_id":
                fields.RequestId = value;
                break;
        }
    }

    // An answer can repeat the token of the request. Control characters would let it forge lines of a log.
    private static string Cleaned(string text)
    {
        text = Token().Replace(text, "…");
        return string.Concat((text.Length > LongestText ? text[..LongestText] + "…" : text).Select(character => char.IsControl(character) ? ' ' : character));
    }

    [GeneratedRegex("do[a-z]_v1_[0-9A-Za-z]+")]
    private static partial Regex Token();

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

        public string? Error { get; set; }

        public List<string> Reasons { get; } = [];

        public string? RequestId { get; set; }

        // The error and its reasons, for answers without a message.
        public string? Reason => Reasons.Count == 0 ? Error : Cleaned((Error is null ? "" : Error + ": ") + string.Join(' ', Reasons));
    }
}
