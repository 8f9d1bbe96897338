using Microsoft.Playwright;

namespace DoOAuth.EndToEnd.Tests.Blazor;

/// <summary>Circuits of a Blazor Server app hold the user of the request that opened them, for hours. Their calls use the session's newest tokens.</summary>
public abstract class CircuitTests(Browser browser) : IClassFixture<Browser>
{
    private const int Expiries = 5;
    private const string Works = "200";
    private const string SignedOut = "401 login_required";
    private const string NoRequest = nameof(InvalidOperationException);

    private static readonly TimeSpan Expiry = BlazorApp.Life + TimeSpan.FromMilliseconds(200);

    private protected abstract bool OnServer { get; }

    [Fact]
    public async Task Two_circuits_and_a_fetch_of_one_session_outlive_five_expiries_with_one_refresh_each()
    {
        await using var app = await BlazorApp.StartAsync(OnServer);
        await using var visitor = await SignedInAsync(app);
        var (one, two) = (await Tab.OpenAsync(visitor), await Tab.OpenAsync(visitor));
        Assert.Equal("200, 200", await one.Page.Locator("#initialized").InnerTextAsync());
        for (var expiry = 0; expiry < Expiries; expiry++)
        {
            await Task.Delay(Expiry);
            var answers = await Task.WhenAll(one.CallAsync(Ways.ByUser), two.CallAsync(Ways.ByClient), one.FetchAsync());
            string[] after = [await two.CallAsync(Ways.ByUser), await one.CallAsync(Ways.ByClient), await one.CallAsync(Ways.ByOpenedAccess)];

            Assert.All([.. answers, .. after], answer => Assert.Equal(Works, answer));
        }

        OneRefreshForEachExpiry(app);
        Assert.Equal((1, 1), (one.Connections, two.Connections));
    }

    [Fact]
    public async Task Two_circuits_on_their_own_outlive_five_expiries_while_the_browsers_cookie_stays_behind()
    {
        await using var app = await BlazorApp.StartAsync(OnServer);
        await using var visitor = await SignedInAsync(app);
        var (one, two) = (await Tab.OpenAsync(visitor), await Tab.OpenAsync(visitor));
        for (var expiry = 0; expiry < Expiries; expiry++)
        {
            await Task.Delay(Expiry);
            Assert.Equal([Works, Works], await Task.WhenAll(one.CallAsync(Ways.ByUser), two.CallAsync(Ways.ByUser)));
        }

        // The cookie is five generations old by now.
        Assert.Equal(Works, await one.FetchAsync());
        OneRefreshForEachExpiry(app);
    }

    [Fact]
    public async Task A_logout_in_one_tab_ends_the_calls_of_the_others_and_not_before()
    {
        await using var app = await BlazorApp.StartAsync(OnServer);
        await using var visitor = await SignedInAsync(app);
        var (one, two) = (await Tab.OpenAsync(visitor), await Tab.OpenAsync(visitor));
        Assert.Equal(Works, await one.CallAsync(Ways.ByUser));
        Assert.Equal(Works, await two.CallAsync(Ways.ByUser));
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await one.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).WaitForAsync();

        Assert.Equal(SignedOut, await two.CallAsync(Ways.ByUser));
        Assert.Equal(SignedOut, await two.CallAsync(Ways.ByClient));
        Assert.Equal(SignedOut, await two.CallAsync(Ways.ByOpenedAccess));
    }

    [Fact]
    public async Task The_page_of_the_docs_counts_droplets_and_leads_to_login_once_signed_out_elsewhere()
    {
        await using var app = await BlazorApp.StartAsync(OnServer);
        await using var visitor = await SignedInAsync(app);
        var page = visitor.Page;
        await CountAsync();
        for (var expiry = 1; expiry <= 2; expiry++)
        {
            await Task.Delay(Expiry);
            await page.ReloadAsync();
            await CountAsync();
        }

        var logout = await Tab.OpenAsync(visitor);
        await logout.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await logout.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).WaitForAsync();
        await page.RunAndWaitForRequestAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Count my droplets" }).ClickAsync(),
            request => request.Url.Contains("/login?returnUrl=", StringComparison.Ordinal));

        // The provider approves at once, and leads back here.
        await page.WaitForURLAsync("**/droplets");
        await CountAsync();

        async Task CountAsync()
        {
            // Prerendered, the button does nothing yet.
            var said = page.GetByText("You have 2 droplets.");
            for (var tries = 0; tries < 50 && await said.CountAsync() == 0; tries++)
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Count my droplets" }).ClickAsync();
                await Task.Delay(200);
            }

            await said.WaitForAsync();
        }
    }

    [Fact]
    public async Task Another_sign_in_of_the_same_user_leaves_circuits_working_until_the_new_session_ends()
    {
        await using var app = await BlazorApp.StartAsync(OnServer);
        await using var visitor = await SignedInAsync(app);
        var tab = await Tab.OpenAsync(visitor);
        await SignInAsync(visitor);
        Assert.Equal(Works, await tab.CallAsync(Ways.ByUser));
        Assert.Equal(Works, await tab.CallAsync(Ways.ByClient));
        await Task.Delay(Expiry);
        Assert.Equal(Works, await tab.CallAsync(Ways.ByUser));
        Assert.Equal(Works, await tab.FetchAsync());

        var logout = await Tab.OpenAsync(visitor);
        await logout.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await logout.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).WaitForAsync();
        Assert.Equal(SignedOut, await tab.CallAsync(Ways.ByUser));
    }

    [Fact]
    public async Task Another_user_who_signs_in_in_the_same_browser_ends_the_calls_until_the_circuit_is_theirs()
    {
        await using var app = await BlazorApp.StartAsync(OnServer);
        await using var visitor = await SignedInAsync(app);
        var tab = await Tab.OpenAsync(visitor);
        Assert.Equal(Works, await tab.CallAsync(Ways.ByUser));
        app.Tokens.User = "coral";
        await SignInAsync(visitor);
        Assert.Equal(SignedOut, await tab.CallAsync(Ways.ByUser));
        Assert.Equal(SignedOut, await tab.CallAsync(Ways.ByClient));

        // A circuit takes the user of the cookie that it is connected with again; an access that was opened before stays with its user.
        await tab.ReconnectAsync();
        Assert.Equal(Works, await tab.CallAsync(Ways.ByUser));
        Assert.Equal(SignedOut, await tab.CallAsync(Ways.ByOpenedAccess));
    }

    [Fact]
    public async Task After_a_reconnect_the_circuits_user_works_everywhere_and_the_injected_client_in_event_handlers_alone()
    {
        await using var app = await BlazorApp.StartAsync(OnServer);
        await using var visitor = await SignedInAsync(app);
        var tab = await Tab.OpenAsync(visitor, "/ways?timer=true");
        Assert.Equal($"{Works}, {Works}", await tab.NextTickAsync());
        await tab.ReconnectAsync();
        Assert.Equal($"{NoRequest}, {Works}", await tab.NextTickAsync());
        await Task.Delay(Expiry);
        Assert.Equal($"{NoRequest}, {Works}", await tab.NextTickAsync());

        Assert.Equal(Works, await tab.CallAsync(Ways.ByUser));
        Assert.Equal(Works, await tab.CallAsync(Ways.ByClient));
        Assert.Equal(Works, await tab.CallAsync(Ways.ByOpenedAccess));
        Assert.Equal(2, tab.Connections);
    }

    // However slow this machine is: no token is used twice, and none before it is due, which is when a tenth of its life is left.
    private static void OneRefreshForEachExpiry(BlazorApp app)
    {
        var refreshes = app.Refreshes;
        Assert.InRange(refreshes.Count, Expiries, int.MaxValue);
        Assert.Equal(refreshes.Count, refreshes.Select(refresh => refresh.Token).Distinct().Count());
        Assert.All(
            refreshes.Zip(refreshes.Skip(1)),
            pair => Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(pair.First.At, pair.Second.At), BlazorApp.Life * 0.85, TimeSpan.MaxValue));
    }

    private async Task<Visitor> SignedInAsync(BlazorApp app)
    {
        var visitor = await browser.NewVisitorAsync(app.Address);
        await visitor.Page.GotoAsync("/login?returnUrl=/droplets");
        await visitor.Page.WaitForURLAsync("**/droplets");
        return visitor;
    }

    private static async Task SignInAsync(Visitor visitor)
    {
        var page = await visitor.Page.Context.NewPageAsync();
        await page.GotoAsync("/login?returnUrl=/droplets");
        await page.WaitForURLAsync("**/droplets");
        await page.CloseAsync();
    }
}

/// <summary>The same with the sessions in the cookies.</summary>
public sealed class Circuits_with_cookies(Browser browser) : CircuitTests(browser)
{
    private protected override bool OnServer => false;
}

/// <summary>The same with the sessions on the server.</summary>
public sealed class Circuits_with_stored_sessions(Browser browser) : CircuitTests(browser)
{
    private protected override bool OnServer => true;
}
