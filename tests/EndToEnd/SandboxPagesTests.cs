using System.Net.Http.Headers;
using DoOAuth.Sandbox;
using Microsoft.Playwright;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>The sandbox's own pages, on narrow and wide windows, light and dark.</summary>
public sealed class SandboxPagesTests(Browser browser) : IClassFixture<Browser>
{
    private const string Authorize = "/v1/oauth/authorize?client_id=do-oauth-sandbox&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%3A5000%2Fcallback&scope=";

    private static readonly (string Name, string Path)[] Pages =
    [
        ("sandbox-home", "/"),
        ("sandbox-consent", Authorize + "account:read%20droplet:read%20droplet:create%20ssh_key:read%20vpc:delete"),
        ("sandbox-consent-broad", Authorize + "read%20write"),
        ("sandbox-wrong-scope", Authorize + "droplet:reed"),
        ("sandbox-wrong-address", Authorize.Replace("localhost%3A5000", "a-very-long-name-of-a-host-that-does-not-fit.example.com", StringComparison.Ordinal) + "read"),
        ("sandbox-not-found", "/nothing"),
        ("sandbox-requests", "/requests"),
    ];

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(1200, ColorScheme.Dark)]
    public async Task Every_page_fits_and_keeps_nobody_out(int width, ColorScheme scheme)
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options => options.ClientName = "Donaudampfschifffahrtsgesellschaftskapitän");
        using var api = await ApiAsync(sandbox);
        using var listed = await api.GetAsync(new Uri("/v2/droplets", UriKind.Relative));
        using var refused = await api.DeleteAsync(new Uri("/v2/kubernetes/clusters/7/destroy_with_associated_resources/dangerous", UriKind.Relative));
        using var query = await api.PostAsync(new Uri("/v1/oauth/token?grant_type=refresh_token&refresh_token=nonsense", UriKind.Relative), null);
        await using var visitor = await browser.NewVisitorAsync(sandbox.Address, width, scheme);
        foreach (var (name, path) in Pages)
        {
            await visitor.Page.GotoAsync(path);
            if (name == "sandbox-home")
            {
                await visitor.Page.Locator("summary").ClickAsync();
            }

            await PageChecks.AssertAsync(visitor, name);
        }

        Assert.DoesNotContain(visitor.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_appears_on_the_page_by_itself()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync();
        using var api = await ApiAsync(sandbox);
        await using var visitor = await browser.NewVisitorAsync(sandbox.Address);
        Assert.Contains("There are none yet", await visitor.OpenAsync("/requests"), StringComparison.Ordinal);

        using var listed = await api.GetAsync(new Uri("/v2/droplets", UriKind.Relative));
        await visitor.Page.GetByText("GET /v2/droplets").WaitForAsync();
        Assert.Equal("image:read", (await visitor.Page.Locator("#scopes dd").First.InnerTextAsync()).Trim());

        using var refused = await api.PostAsync(new Uri("/v2/droplets", UriKind.Relative), null);
        await visitor.Page.GetByText("POST /v2/droplets").WaitForAsync();
        Assert.Contains("It needs droplet:create", await visitor.Page.Locator("#requests").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visitor.Complaints);
    }

    private static async Task<HttpClient> ApiAsync(DigitalOceanSandbox sandbox)
    {
        var http = new HttpClient { BaseAddress = sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await sandbox.CreateTokenAsync("droplet:read", "image:read"));
        return http;
    }
}
