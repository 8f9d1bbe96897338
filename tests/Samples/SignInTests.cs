using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Samples.Tests;

/// <summary>A user signs in to each sample and uses it.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task MinimalApi_lists_and_creates_droplets_for_who_is_signed_in()
    {
        await using var sample = await Sample.StartAsync("MinimalApi");
        using var browser = sample.NewBrowser();

        Assert.Contains("Sign in at /login", await browser.GetStringAsync(Of("/")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/droplets"));

        var listed = await browser.GetFromJsonAsync<JsonElement>(Of("/login?returnUrl=/droplets"));
        Assert.NotEqual(0, listed.GetProperty("droplets").GetArrayLength());
        Assert.Contains("Signed in as Sammy the Shark", await browser.GetStringAsync(Of("/")), StringComparison.Ordinal);

        using var refused = await CreateAsync(browser);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await browser.GetStringAsync(Of("/login?returnUrl=/&scope=droplet:create"));
        using var created = await CreateAsync(browser);
        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        Assert.Contains("\"web-from-a-test\"", await browser.GetStringAsync(Of("/droplets")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoApplications_signs_customers_and_staff_in_separately()
    {
        await using var sample = await Sample.StartAsync("TwoApplications");
        using var browser = sample.NewBrowser();

        await browser.GetStringAsync(Of("/login?returnUrl=/droplets"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), await StatusesAsync(browser));

        await browser.GetStringAsync(Of("/back-office/login?returnUrl=/back-office/images"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await StatusesAsync(browser));

        using var signedOut = await browser.PostAsync(Of("/logout"), content: null);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), await StatusesAsync(browser));
    }

    [Fact]
    public void Each_sample_has_a_test_here_and_a_line_in_the_list()
    {
        var tests = typeof(SignInTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Select(method => method.Name.Split('_')[0]).Distinct().ToList();
        var list = File.ReadAllText(Path.Combine(Repository.Root, "samples", "README.md"));

        Assert.NotEmpty(Sample.Names);
        Assert.All(Sample.Names, name => Assert.Contains(name, tests));
        Assert.All(Sample.Names, name => Assert.Contains($"[{name}]({name}/README.md)", list, StringComparison.Ordinal));
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);

    private static Task<HttpResponseMessage> CreateAsync(HttpClient browser) =>
        browser.PostAsJsonAsync(Of("/droplets"), new { name = "web-from-a-test", region = "fra1", size = "s-1vcpu-1gb", image = "ubuntu-24-04-x64" });

    private static async Task<(HttpStatusCode Store, HttpStatusCode BackOffice)> StatusesAsync(HttpClient browser) =>
        (await StatusAsync(browser, "/droplets"), await StatusAsync(browser, "/back-office/images"));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(Of(path));
        return answer.StatusCode;
    }
}
