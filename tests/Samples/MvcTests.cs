using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DoOAuth.Samples.Tests;

/// <summary>Controllers, views and pages.</summary>
public sealed class MvcTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Mvc_binds_the_user_and_rejects_who_is_signed_out()
    {
        await using var sample = await Sample.StartAsync("Mvc");
        await SignedOutAsync(sample);
        await InABrowserAsync(sample);
        await AsAProgramAsync(sample);
    }

    private static async Task SignedOutAsync(Sample sample)
    {
        using var program = sample.NewBrowser();
        program.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        // Guarded, by the parameter, and by the call.
        foreach (var path in new[] { "/Home/Droplets", "/Account", "/api/droplets", "/api/droplets/owner", "/api/droplets/count" })
        {
            using var answer = await program.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, answer.StatusCode));
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.StartsWith("/login", problem.GetProperty("login").GetString(), StringComparison.Ordinal);
        }
    }

    private async Task InABrowserAsync(Sample sample)
    {
        await using var visitor = await browser.NewVisitorAsync(sample.Address);
        var page = visitor.Page;
        Assert.Contains("Signed out.", await visitor.OpenAsync("/"), StringComparison.Ordinal);

        // There and back.
        Assert.Contains("Droplets of Sammy the Shark", await visitor.OpenAsync("/Home/Droplets"), StringComparison.Ordinal);
        Assert.NotEqual(0, await page.Locator("li").CountAsync());
        Assert.Contains("can have 25 droplets", await visitor.OpenAsync("/Account"), StringComparison.Ordinal);
        Assert.Contains("Signed in as Sammy the Shark.", await visitor.OpenAsync("/"), StringComparison.Ordinal);
        await visitor.Button("Sign out").ClickAsync();
        await page.GetByText("Signed out.").WaitForAsync();
        await page.GotoAsync("/api/droplets/owner");
        Assert.Equal("sammy@example.com", await page.Locator("body").InnerTextAsync());
    }

    private static async Task AsAProgramAsync(Sample sample)
    {
        using var program = sample.NewBrowser();
        await program.GetStringAsync(new Uri("/login?returnUrl=/", UriKind.Relative));
        Assert.Equal("sammy@example.com", await program.GetStringAsync(new Uri("/api/droplets/owner", UriKind.Relative)));
        var count = await program.GetFromJsonAsync<int>(new Uri("/api/droplets/count", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, await CreateAsync(program));

        await program.GetStringAsync(new Uri("/login?returnUrl=/&scope=droplet:create", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Accepted, await CreateAsync(program));
        Assert.Equal(count + 1, await program.GetFromJsonAsync<int>(new Uri("/api/droplets/count", UriKind.Relative)));
    }

    private static async Task<HttpStatusCode> CreateAsync(HttpClient program)
    {
        using var answer = await program.PostAsJsonAsync(
            new Uri("/api/droplets", UriKind.Relative), new { name = "web-1", region = "fra1", size = "s-1vcpu-1gb", image = "ubuntu-24-04-x64" });
        return answer.StatusCode;
    }
}
