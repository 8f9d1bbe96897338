using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace DoOAuth.Testing.Tests;

/// <summary>A handler as a user's test has it: it answers each path with a text, and remembers what it was asked.</summary>
internal sealed class AnsweringHandler(Func<HttpRequestMessage, (HttpStatusCode Status, string Json)> answer) : HttpMessageHandler
{
    public List<(HttpMethod Method, Uri Address, AuthenticationHeaderValue? Authorization)> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((request.Method, request.RequestUri!, request.Headers.Authorization));
        var (status, json) = answer(request);
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json"), RequestMessage = request });
    }
}
