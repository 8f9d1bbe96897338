using Microsoft.Extensions.Options;

namespace DoOAuth.Tests;

/// <summary>Wrong and missing configuration is reported when the app starts, with the key and the line that fixes it.</summary>
public sealed class Configuring : ScriptedTests
{
    [Theory]
    [InlineData("ClientId", null, "dotnet user-secrets set \"DigitalOcean:ClientId\" \"<client id>\"")]
    [InlineData("ClientId", "", "DigitalOcean:ClientId is missing")]
    [InlineData("ClientId", "   ", "https://cloud.digitalocean.com/account/api/applications")]
    [InlineData("Authority", "", "DigitalOcean:Authority must be an absolute address")]
    [InlineData("Authority", "cloud.digitalocean.com", "DigitalOcean:Authority must be an absolute address")]
    [InlineData("Authority", "/v1", "DigitalOcean:Authority must be an absolute address")]
    [InlineData("Authority", "https://", "DigitalOcean:Authority must be an absolute address")]
    [InlineData("Authority", "http://cloud.digitalocean.com", "DigitalOcean:Authority must use https. Only addresses on this machine (localhost) can use http")]
    [InlineData("Authority", "http://192.168.0.1", "DigitalOcean:Authority must use https. Only addresses on this machine (localhost) can use http")]
    [InlineData("Authority", "http://localhost.evil.example", "DigitalOcean:Authority must use https. Only addresses on this machine (localhost) can use http")]
    [InlineData("Authority", "ftp://cloud.digitalocean.com", "DigitalOcean:Authority must use https")]
    [InlineData("Authority", "https://user:password@cloud.digitalocean.com", "DigitalOcean:Authority must not contain user information")]
    [InlineData("Authority", "https://cloud.digitalocean.com?x=1", "DigitalOcean:Authority must not contain")]
    [InlineData("ApiBaseAddress", "nonsense", "DigitalOcean:ApiBaseAddress must be an absolute address")]
    [InlineData("ApiBaseAddress", "http://api.digitalocean.com", "dotnet user-secrets set \"DigitalOcean:ApiBaseAddress\" \"https://api.digitalocean.com\"")]
    public async Task What_is_wrong_stops_the_start_and_says_how_to_mend_it(string key, string? value, string says)
    {
        var configuration = Provider.Configuration.ToDictionary();
        configuration["DigitalOcean:" + key] = value;
        if (value is null)
        {
            configuration.Remove("DigitalOcean:" + key);
        }

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartWithAsync(configuration));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(ScriptedProvider.ClientSecret, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartWithAsync(new Dictionary<string, string?>
        {
            ["DigitalOcean:Authority"] = "x",
            ["DigitalOcean:ApiBaseAddress"] = "y",
        }));

        Assert.Equal(3, error.Failures.Count());
    }

    [Fact]
    public async Task Another_section_is_named_as_it_is()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(
            Provider.Configuration, builder => builder.AddAdminDeck(), app => app.MapAdminDeck()));

        Assert.Contains("set the environment variable Admin__ClientId to <client id>", error.Message, StringComparison.Ordinal);
    }

    // User secrets are read in development only.
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Outside_of_development_the_environment_variable_is_named(string environment)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartWithAsync(
            new Dictionary<string, string?> { ["DigitalOcean:Authority"] = "http://cloud.digitalocean.com" }, environment));

        Assert.Contains("set the environment variable DigitalOcean__ClientId to <client id>", error.Message, StringComparison.Ordinal);
        Assert.Contains("set the environment variable DigitalOcean__Authority to https://cloud.digitalocean.com", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("user-secrets", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5100")]
    [InlineData("http://127.0.0.1:5100/")]
    [InlineData("http://[::1]:5100")]
    [InlineData("http://sandbox.localhost")]
    [InlineData("https://cloud.example.com/with/a/path/")]
    [InlineData("  https://cloud.digitalocean.com  ")]
    public async Task These_addresses_are_right(string authority)
    {
        var configuration = Provider.Configuration.ToDictionary();
        configuration["DigitalOcean:Authority"] = authority;
        var app = await StartWithAsync(configuration);
        using var browser = app.NewBrowser();

        Assert.StartsWith(authority.Trim().TrimEnd('/') + "/v1/oauth/authorize?", (await browser.LoadAsync("/login")).Header("Location"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_addresses_it_is_DigitalOcean()
    {
        var app = await StartWithAsync(new Dictionary<string, string?> { ["DigitalOcean:ClientId"] = "id" });
        using var browser = app.NewBrowser();
        Assert.StartsWith("https://cloud.digitalocean.com/v1/oauth/authorize?client_id=id&", (await browser.LoadAsync("/login")).Header("Location"), StringComparison.Ordinal);

        var options = app.Services.GetRequiredService<IOptionsMonitor<DigitalOceanOptions>>().Get(DropletDeck.Scheme);
        Assert.Equal("https://cloud.digitalocean.com/v1/oauth/token", options.TokenEndpoint);
        Assert.Equal("https://api.digitalocean.com", options.ApiBaseAddress);
        Assert.Equal(TimeSpan.FromSeconds(10), options.BackchannelTimeout);
    }

    [Fact]
    public async Task A_public_client_has_no_secret_and_pkce_alone()
    {
        var configuration = Provider.Configuration.ToDictionary();
        configuration.Remove("DigitalOcean:ClientSecret");
        var app = await StartWithAsync(configuration);
        using var browser = await app.SignedInAsync();
        Provider.Revoke = (context, request) => request.Bearer is null ? Answer.Json(context, 200, "{}") : Answer.Error(context, 401, "invalid_client");
        await browser.PostAsync("/disconnect");

        var token = Assert.Single(Provider.TokenRequests);
        Assert.Equal(["client_id", "code", "code_verifier", "grant_type", "redirect_uri"], token.Form.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["client_id", "token"], Provider.To("/v1/oauth/revoke")[1].Form.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_public_client_without_pkce_is_refused()
    {
        var configuration = Provider.Configuration.ToDictionary();
        configuration.Remove("DigitalOcean:ClientSecret");
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(
            configuration,
            builder =>
            {
                builder.AddDropletDeck();
                builder.Services.Configure<DigitalOceanOptions>(DropletDeck.Scheme, options => options.UsePkce = false);
            },
            app => app.MapDropletDeck()));

        Assert.Contains("Turn PKCE on", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pasted_with_spaces_and_line_ends_is_trimmed()
    {
        var configuration = Provider.Configuration.ToDictionary();
        configuration["DigitalOcean:ClientId"] = " an-id \n";
        configuration["DigitalOcean:ClientSecret"] = "\ta-secret ";
        var app = await StartWithAsync(configuration);
        using var browser = await app.SignedInAsync();

        Assert.Equal("an-id", Provider.TokenRequests[0].Form["client_id"]);
        Assert.Equal("a-secret", Provider.TokenRequests[0].Form["client_secret"]);
    }

    private async Task<TestApp> StartWithAsync(Dictionary<string, string?> configuration, string environment = "Development") => Keep(await TestApp.StartAsync(
        configuration,
        builder =>
        {
            builder.Environment.EnvironmentName = environment;
            builder.AddDropletDeck();
        },
        app => app.MapDropletDeck()));
}
