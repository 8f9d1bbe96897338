namespace DoOAuth.Tests;

/// <summary>The link to login in a problem leads back: to the page of a script, or to what a program asked for.</summary>
public sealed class Login_links : ScriptedTests
{
    private static void Map(WebApplication app)
    {
        app.MapGet("/droplets", () => "droplets").RequireDropletRead();
        app.MapPost("/droplets", () => "created").RequireDropletCreate();
        app.MapGet("/droplets/create", () => "form").RequireDropletCreate();
        app.MapGet("/unguarded", (DigitalOceanClient client) => client.GetStringAsync(new Uri("/v2/droplets", UriKind.Relative)));
    }

    [Theory]
    [InlineData("GET", "/droplets")]
    [InlineData("GET", "/unguarded")]
    [InlineData("GET", "/me")]
    [InlineData("POST", "/droplets")]
    [InlineData("POST", "/disconnect")]
    public async Task A_script_leads_back_to_its_page(string method, string path)
    {
        var app = await StartAsync(Map);
        using var browser = app.NewBrowser();

        var answer = await browser.SendAsync(
            new HttpMethod(method), path, ("Accept", "*/*"), ("Sec-Fetch-Mode", "cors"), ("Sec-Fetch-Site", "same-origin"), ("Referer", app.Address + "app/list?page=2"));

        Assert.Equal(401, answer.Status);
        Assert.Equal("/login?returnUrl=%2Fapp%2Flist%3Fpage%3D2", (string?)answer.Json["login"]);
    }

    [Theory]
    [InlineData("GET", "/droplets/create")]
    [InlineData("POST", "/droplets")]
    public async Task A_script_that_needs_more_scopes_leads_back_to_its_page(string method, string path)
    {
        var app = await StartAsync(Map);
        using var browser = await app.SignedInAsync();

        var answer = await browser.SendAsync(
            new HttpMethod(method), path, ("Accept", "*/*"), ("Sec-Fetch-Mode", "cors"), ("Sec-Fetch-Site", "same-origin"), ("Referer", app.Address + "app"));

        Assert.Equal(403, answer.Status);
        Assert.Equal("/login?returnUrl=%2Fapp&scope=droplet%3Acreate", (string?)answer.Json["login"]);
    }

    // A response for a script is no page to return to.
    [Theory]
    [InlineData("")]
    [InlineData("https://evil.example/page")]
    [InlineData("http://127.0.0.1:1/page")]
    [InlineData("SELF//evil.example")]
    public async Task A_script_without_a_page_of_this_app_leads_to_the_root(string referrer)
    {
        var app = await StartAsync(Map);
        using var browser = app.NewBrowser();

        var answer = await browser.GetAsync(
            "/droplets", ("Sec-Fetch-Mode", "cors"), ("Sec-Fetch-Site", "same-origin"), ("Referer", referrer.Replace("SELF", app.Address.AbsoluteUri, StringComparison.Ordinal)));

        Assert.Equal("/login", (string?)answer.Json["login"]);
    }

    [Theory]
    [InlineData("/droplets?page=2", "/login?returnUrl=%2Fdroplets%3Fpage%3D2")]
    [InlineData("/unguarded", "/login?returnUrl=%2Funguarded")]
    public async Task A_program_leads_back_to_what_it_asked_for(string path, string expected)
    {
        var app = await StartAsync(Map);
        using var browser = app.NewBrowser();

        Assert.Equal(expected, (string?)(await browser.GetAsync(path)).Json["login"]);
    }
}
