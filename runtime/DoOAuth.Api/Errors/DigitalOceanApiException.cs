using System.Net;

namespace DoOAuth.Api;

/// <summary>
/// DigitalOcean refused a request, or answered with something else than described. Of the answer, it has only the texts of an error: at most 500
/// characters of each, with <c>…</c> instead of DigitalOcean's tokens.
/// </summary>
public sealed class DigitalOceanApiException : Exception
{
    /// <summary>Creates an exception, for example in a test.</summary>
    /// <param name="message">What went wrong.</param>
    public DigitalOceanApiException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public DigitalOceanApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The kind of error by DigitalOcean's word for it, such as <c>not_found</c>, <c>forbidden</c> or <c>too_many_requests</c>. Null if the answer has none.</summary>
    public string? Id { get; init; }

    /// <summary>DigitalOcean's own message. Null if the answer has none.</summary>
    public string? ApiMessage { get; init; }

    /// <summary>The ID of the request, for DigitalOcean's support. Null if the answer has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>
    /// How long to wait before the next attempt, by the header <c>Retry-After</c>, or by <c>ratelimit-reset</c> if the status is 429. Null if the answer
    /// does not say.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }
}
