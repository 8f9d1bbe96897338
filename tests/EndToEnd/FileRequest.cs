using System.Net;
using System.Text;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>One request of an <c>.http</c> file.</summary>
/// <param name="Title">What stands after <c>###</c>.</param>
/// <param name="Statuses">The statuses in the title: the first answers at first.</param>
/// <param name="Method">The verb.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Headers">In their order; those without a value are not sent.</param>
/// <param name="Body">Empty if there is none.</param>
internal sealed record FileRequest(
    string Title, IReadOnlyList<HttpStatusCode> Statuses, HttpMethod Method, Uri Address, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    /// <summary>Whether nobody gets an answer without a session: neither who wants to sign in nor who is gone already needs one.</summary>
    public bool NeedsSession => Headers.Any(header => header.Name == "Cookie") && Address.AbsolutePath is not ("/login" or "/logout");

    /// <summary>Sends it exactly as written; returns the status of the answer.</summary>
    public async Task<HttpStatusCode> SendAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(Method, Address);
        if (Body.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        }

        foreach (var (name, value) in Headers.Where(header => header.Value.Length > 0))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value) || request.Content?.Headers.TryAddWithoutValidation(name, value) == true, name);
        }

        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
