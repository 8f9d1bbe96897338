using DoOAuth.Tests.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace DoOAuth.Tests;

/// <summary>Headers that a proxy would set are ignored unless the app says that it is behind one.</summary>
public sealed class Spoofed_headers : ScriptedTests
{
    [Theory]
    [InlineData("X-Forwarded-Host: evil.example")]
    [InlineData("X-Forwarded-Proto: https")]
    [InlineData("X-Forwarded-Prefix: //evil.example")]
    [InlineData("X-Forwarded-PathBase: /evil")]
    [InlineData("X-Forwarded-Port: 1")]
    [InlineData("Forwarded: host=evil.example;proto=https")]
    [InlineData("X-Original-Host: evil.example")]
    [InlineData("X-Original-URL: /admin")]
    [InlineData("X-Rewrite-URL: /admin")]
    [InlineData("X-Host: evil.example")]
    [InlineData("Referer: https://evil.example/")]
    public async Task Login_is_the_same_with_and_without(string header)
    {
        var app = await StartAsync();
        var answer = await RawRequest.GetAsync(app.Address, "/login", header);

        Assert.Equal(302, answer.Status);
        Assert.Equal(Provider.Address.Authority, answer.Location.Authority);
        Assert.Equal(new Uri(app.Address, "/callback").AbsoluteUri, QueryHelpers.ParseQuery(answer.Location.Query)["redirect_uri"]);
        Assert.DoesNotContain("evil", answer.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override: POST")]
    [InlineData("X-HTTP-Method: POST")]
    [InlineData("X-Method-Override: POST")]
    public async Task A_link_does_not_become_a_form_by_a_header(string header)
    {
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        foreach (var path in new[] { "/logout", "/disconnect", "/logout?_method=POST" })
        {
            var answer = await RawRequest.GetAsync(app.Address, path, header, $"Cookie: .DoOAuth.DropletDeck={browser.SessionCookie()!.Value}");
            Assert.Equal(405, answer.Status);
        }

        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/login")]
    [InlineData("/callback")]
    [InlineData("/logout")]
    public async Task No_answer_opens_itself_to_other_origins(string path)
    {
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options, HttpMethod.Post })
        {
            var answer = await browser.SendAsync(
                method, path, ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "authorization"));

            Assert.DoesNotContain(answer.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_token_in_a_header_or_an_address_signs_nobody_in()
    {
        var app = await StartAsync(app => app.MapGet("/thing", () => "thing").RequireDropletRead());
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().With("access_token", Provider.Secret("doo_v1_injected")).ToString());
        using var owner = await app.SignedInAsync();
        using var attacker = app.NewBrowser();

        Assert.Equal(401, (await attacker.GetAsync("/thing", ("Authorization", "Bearer doo_v1_injected"))).Status);
        Assert.Equal(401, (await attacker.GetAsync("/thing?access_token=doo_v1_injected")).Status);
        Assert.Equal(400, (await attacker.GetAsync("/callback?access_token=doo_v1_injected&token_type=bearer&expires_in=9&state=x")).Status);
        Assert.Equal(401, (await attacker.GetAsync("/me", ("Cookie", ".DoOAuth.DropletDeck=doo_v1_injected"))).Status);
    }
}
