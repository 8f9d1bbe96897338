using DoOAuth.Clients.Tests.Cases;
using DoOAuth.Clients.Tests.Running;

namespace DoOAuth.Clients.Tests;

/// <summary>
/// Unchanged clients that others wrote for DigitalOcean, each of them against a sandbox of its own. A driver in the client's language
/// calls it.
/// </summary>
public sealed class ClientTests
{
    [Theory]
    [Calls("python3-digitalocean")]
    [Calls("golang-github-digitalocean-godo-dev")]
    [Calls("dots-wrapper")]
    [Calls("@digitalocean/mcp")]
    [Calls("python3-django-allauth")]
    [Calls("ruby-omniauth-oauth2")]
    [Calls("passport-oauth2")]
    [Calls("openid-client")]
    [Calls("simple-oauth2")]
    [Calls("OpenIddict.Client")]
    public async Task The_client_gets_what_it_needs(string client, string call, string expected)
    {
        var results = await KnownClients.ResultsOf(client);
        var result = Assert.Single(results, result => result.Call == call);
        if (expected.StartsWith(ExpectedCalls.Wrong, StringComparison.Ordinal))
        {
            // Once the sandbox is right, the list must say so.
            Assert.Contains(expected[ExpectedCalls.Wrong.Length..], result.Text, StringComparison.Ordinal);
            return;
        }

        Assert.True(result.Succeeded, $"{call} failed: {result.Text}");
        Assert.Equal(expected, result.Text);
    }

    [Theory]
    [Client("python3-digitalocean")]
    [Client("golang-github-digitalocean-godo-dev")]
    [Client("dots-wrapper")]
    [Client("@digitalocean/mcp")]
    [Client("python3-django-allauth")]
    [Client("ruby-omniauth-oauth2")]
    [Client("passport-oauth2")]
    [Client("openid-client")]
    [Client("simple-oauth2")]
    [Client("OpenIddict.Client")]
    public async Task Every_call_of_the_driver_is_listed(string client)
    {
        var results = await KnownClients.ResultsOf(client);
        Assert.Equal(ExpectedCalls.Of(client).Select(expected => expected.Call), results.Select(result => result.Call));
    }
}
