using System.Net;
using System.Net.Http.Headers;

namespace DoOAuth.Benchmarks.TypedClients;

/// <summary>Answers every request with the same bytes, as a server does: without a network, so that only the reading is measured.</summary>
internal sealed class CannedAnswer(byte[] body) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
        new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new MemoryStream(body)) { Headers = { ContentType = Json, ContentLength = body.Length } }, RequestMessage = request });
}
