using System.Text.Json.Nodes;

namespace DoOAuth.Tests;

/// <summary>An app with problem details of its own has what it adds to them in ours too, and ours are whole in an app without.</summary>
public sealed class Problems_of_the_app : ScriptedTests
{
    private static void Map(WebApplication app)
    {
        app.MapGet("/droplets", () => "droplets").RequireDropletRead();
        app.MapPost("/droplets", () => "created").RequireDropletCreate();
    }

    private static void AddProblemDetails(WebApplicationBuilder builder) => builder.Services.AddProblemDetails(options =>
        options.CustomizeProblemDetails = context => context.ProblemDetails.Extensions["app"] = $"{context.HttpContext.Request.Path}");

    [Fact]
    public async Task What_the_app_adds_is_in_a_guards_answers()
    {
        var app = await StartAsync(Map, build: AddProblemDetails);
        using var browser = app.NewBrowser();

        var signedOut = await browser.GetAsync("/droplets");
        Assert.Equal(401, signedOut.Status);
        AssertOurs(signedOut, "/droplets");
        Assert.Equal("Not signed in", (string?)signedOut.Json["title"]);
        Assert.Equal("/login?returnUrl=%2Fdroplets", (string?)signedOut.Json["login"]);

        await browser.SignInAsync();
        var denied = await browser.PostAsync("/droplets");
        Assert.Equal(403, denied.Status);
        AssertOurs(denied, "/droplets");
        Assert.Equal(["droplet:create"], denied.Json["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.Equal("Bearer error=\"insufficient_scope\", scope=\"droplet:create\"", denied.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task What_the_app_adds_is_in_the_endpoints_answers()
    {
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "access_denied"));
        var app = await StartAsync(Map, build: AddProblemDetails);
        using var browser = app.NewBrowser();

        AssertOurs(await browser.GetAsync("/login?returnUrl=https%3A%2F%2Fevil.example"), "/login");
        AssertOurs(await browser.GetAsync("/me"), "/me");
        var refused = await browser.SignInForProblemAsync();
        AssertOurs(refused, "/callback");
        Assert.Equal(FailureReasons.AccessDenied, refused.Reason);
        Assert.Equal("no-store", refused.Header("Cache-Control"));
    }

    [Fact]
    public async Task A_status_that_the_app_changes_is_the_apps()
    {
        var app = await StartAsync(Map, build: builder => builder.Services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = context => context.ProblemDetails.Detail = "Ask your administrator."));
        using var browser = app.NewBrowser();

        Assert.Equal("Ask your administrator.", (string?)(await browser.GetAsync("/droplets")).Json["detail"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_program_that_wants_no_json_gets_the_same_without_the_apps_part(bool hasService)
    {
        var app = await StartAsync(Map, build: hasService ? AddProblemDetails : null);
        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/plain");

        using var answer = await client.GetAsync(new Uri("/droplets", UriKind.Relative));
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(ReasonPage.Of(FailureReasons.LoginRequired) ?? "about:blank", (string?)problem["type"]);
        Assert.Equal("Not signed in", (string?)problem["title"]);
        Assert.Null(problem["app"]);
    }

    [Theory]
    [InlineData("https://example.com/do-oauth", "invalid_grant", "https://example.com/do-oauth/blob/main/docs/reasons.md#invalid_grant")]
    [InlineData("https://example.com/do-oauth", null, null)]
    [InlineData(null, "invalid_grant", null)]
    [InlineData("", "invalid_grant", null)]
    public void The_type_leads_to_the_page_on_the_reason(string? repository, string? reason, string? page) =>
        Assert.Equal(page, ReasonPage.Of(repository, reason));

    private static void AssertOurs(Page answer, string path)
    {
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Equal(answer.Status, (int?)answer.Json["status"]);
        Assert.Equal(path, (string?)answer.Json["app"]);
        Assert.NotNull((string?)answer.Json["traceId"]);
        Assert.NotNull((string?)answer.Json["detail"]);
    }
}
