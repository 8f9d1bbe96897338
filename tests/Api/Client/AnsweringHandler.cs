using System.Net;
using System.Text;

namespace DoOAuth.Api.Tests.Client;

/// <summary>Answers requests with what a test says, and keeps their addresses.</summary>
internal sealed class AnsweringHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    /// <summary>The addresses of the requests.</summary>
    public List<Uri> Addresses { get; } = [];

    /// <summary>A client whose requests are answered with the same JSON.</summary>
    public static HttpClient ClientFor(string json, HttpStatusCode status = HttpStatusCode.OK) => new(new AnsweringHandler(_ => Json(json, status)));

    /// <summary>An answer in JSON.</summary>
    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Addresses.Add(request.RequestUri!);
        var response = answer(request);
        response.RequestMessage = request;
        return Task.FromResult(response);
    }
}
