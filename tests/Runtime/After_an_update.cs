using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Tests;

/// <summary>
/// What was encrypted before the client id was part of every key purpose cannot be read any more, and ends cleanly: the user signs in once more.
/// </summary>
public sealed class After_an_update : ScriptedTests
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().WithInfo("uuid", "sammy").ToString());
    }

    private Task<TestApp> StartKeepingAsync(bool onServer = false) => StartAsync(
        app =>
        {
            app.MapGet("/list", () => "list").RequireDropletRead();
            app.MapGet("/keep", (HttpContext context, DigitalOceanSessions sessions) => sessions.KeepAccessAsync(context));
        },
        add: onServer ? builder => builder.StoreSessionsOnServer() : null);

    /// <summary>The same content, encrypted as the earlier version did; or as this one does, to show that nothing else stops it.</summary>
    private static byte[] Encrypt(TestApp app, string purpose, byte[] current, bool asBefore)
    {
        var keys = app.Services.GetRequiredService<IDataProtectionProvider>();
        var now = keys.CreateProtector(purpose, DropletDeck.Scheme, ScriptedProvider.ClientId, "v2");
        return (asBefore ? keys.CreateProtector(purpose, DropletDeck.Scheme, "v1") : now).Protect(now.Unprotect(current));
    }

    private static string Encrypt(TestApp app, string purpose, string current, bool asBefore) =>
        Base64Url.EncodeToString(Encrypt(app, purpose, Base64Url.DecodeFromChars(current), asBefore));

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task A_cookie_of_before_is_nobodys_and_the_user_signs_in_once_more(bool asBefore, bool onServer)
    {
        var app = await StartKeepingAsync(onServer);
        using var browser = await app.SignedInAsync();
        var cookie = browser.SessionCookie()!;
        cookie.Value = Encrypt(app, "DoOAuth.Session", cookie.Value, asBefore);

        Assert.Equal(asBefore ? 401 : 200, (await browser.GetAsync("/me")).Status);
        Assert.Equal(asBefore ? 401 : 200, (await browser.GetAsync("/list")).Status);
        Assert.Equal("list", (await browser.FollowAsync("/list")).Body);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
        Assert.Equal(asBefore ? 2 : 1, Provider.TokenRequests.Count);
        AssertNoFault(app);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task So_is_a_session_that_was_stored_before(bool asBefore)
    {
        var app = await StartKeepingAsync(onServer: true);
        using var browser = await app.SignedInAsync();
        var stored = app.Services.GetRequiredKeyedService<IStoredSessions>(DropletDeck.Scheme);
        var id = Assert.Single(await stored.FindAllOfAsync("sammy", CancellationToken.None));
        var session = (await stored.FindAsync(id, CancellationToken.None))!;
        var ticket = Encrypt(app, "DoOAuth.StoredSession", session.ProtectedTicket.ToArray(), asBefore);
        await stored.ReplaceAsync(id, new StoredSession(session.UserUuid, ticket), TimeSpan.FromDays(1), CancellationToken.None);

        Assert.Equal(asBefore ? 401 : 200, (await browser.GetAsync("/me")).Status);
        Assert.Equal("list", (await browser.FollowAsync("/list")).Body);
        AssertNoFault(app);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_that_was_kept_before_is_told_to_be_none(bool asBefore)
    {
        var app = await StartKeepingAsync();
        using var browser = await app.SignedInAsync();
        var key = Encrypt(app, "DoOAuth.KeptAccess", (await browser.GetAsync("/keep")).Body, asBefore);
        var open = async () => await (await app.Services.GetRequiredService<DigitalOceanSessions>().OpenAccessAsync(key)).DisposeAsync();
        if (asBefore)
        {
            Assert.Contains("Keep the access again", (await Assert.ThrowsAsync<ArgumentException>(open)).Message, StringComparison.Ordinal);
        }
        else
        {
            await open();
        }
    }

    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 302)]
    public async Task A_sign_in_that_was_under_way_begins_once_more(bool asBefore, int status)
    {
        var app = await StartKeepingAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync();
        var query = QueryHelpers.ParseQuery(callback.Query);
        var answer = await browser.GetAsync(QueryHelpers.AddQueryString("/callback", new Dictionary<string, string?>
        {
            ["code"] = query["code"],
            ["state"] = Encrypt(app, "DoOAuth.State", query["state"].ToString(), asBefore),
        }));

        Assert.Equal(status, answer.Status);
        Assert.Equal("list", (await browser.FollowAsync("/list")).Body);
        AssertNoFault(app);
    }

    private static void AssertNoFault(TestApp app) => Assert.DoesNotContain(app.Logs.Lines, line => line.Level >= LogLevel.Error);
}
