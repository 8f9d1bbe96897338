using System.Net;

namespace DoOAuth.Api.Tests.Operations;

/// <summary>Keeps what a client sends, before it goes on.</summary>
/// <param name="whenNotFound">Makes an answer instead of one with the status 404: the sandbox has no resource under most of the examples' IDs.</param>
internal sealed class Recording(Func<HttpResponseMessage> whenNotFound) : DelegatingHandler
{
    /// <summary>The requests.</summary>
    public List<RecordedRequest> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            response.Dispose();
            response = whenNotFound();
        }

        Requests.Add(new RecordedRequest(
            request.Method.Method,
            request.RequestUri!,
            body,
            request.Content?.Headers.ContentType?.MediaType,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
            response.StatusCode));
        return response;
    }
}
