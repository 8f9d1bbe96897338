namespace DoOAuth.Tests;

/// <summary>An attacker makes the victim's browser finish the attacker's sign-in, so that what the victim does lands in the attacker's account.</summary>
public sealed class Login_csrf : ScriptedTests
{
    [Theory]
    [InlineData("nothing begun")]
    [InlineData("a sign-in begun")]
    [InlineData("signed in")]
    public async Task The_attackers_callback_changes_nothing_in_the_victims_browser(string victimHas)
    {
        var app = await StartAsync();
        using var attacker = app.NewBrowser();
        using var victim = victimHas == "signed in" ? await app.SignedInAsync() : app.NewBrowser();
        if (victimHas == "a sign-in begun")
        {
            await victim.LoadAsync("/login");
        }

        var before = (await victim.GetAsync("/me")).Body;
        var requests = Provider.TokenRequests.Count;
        var link = await attacker.ReachCallbackAsync("/login?returnUrl=%2Fpay");
        var answer = await victim.LoadAsync(link.AbsoluteUri);

        if (victimHas == "signed in")
        {
            // What the back button does too: to where any link leads, as who the victim is.
            Assert.Equal((302, "/pay"), (answer.Status, answer.Header("Location")));
        }
        else
        {
            Assert.Equal(400, answer.Status);
            Assert.Contains(FailureReasons.StateMismatch, answer.Body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(answer.SetCookies, cookie => cookie.StartsWith(".DoOAuth.DropletDeck=", StringComparison.Ordinal));
        Assert.Equal(before, (await victim.GetAsync("/me")).Body);
        Assert.Equal(requests, Provider.TokenRequests.Count);
    }

    [Fact]
    public async Task A_sign_in_that_the_victim_began_is_finished_as_the_victim_all_the_same()
    {
        var app = await StartAsync();
        using var attacker = app.NewBrowser();
        using var victim = app.NewBrowser();
        var own = await victim.ReachCallbackAsync();
        await victim.LoadAsync((await attacker.ReachCallbackAsync()).AbsoluteUri);

        Assert.Equal(302, (await victim.LoadAsync(own.AbsoluteUri)).Status);
        Assert.Equal(200, (await victim.GetAsync("/me")).Status);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task The_callback_takes_no_form(string method)
    {
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var callback = await browser.ReachCallbackAsync();

        Assert.Equal(405, (await browser.SendAsync(new HttpMethod(method), callback.AbsoluteUri)).Status);
        Assert.Empty(Provider.TokenRequests);
    }

    [Fact]
    public async Task A_new_sign_in_makes_a_new_session_and_takes_none_over()
    {
        var app = await StartAsync();
        using var attacker = await app.SignedInAsync();
        using var victim = attacker.Copy();
        await victim.SignInAsync();

        var attackers = (string?)(await attacker.GetAsync("/me")).Json["uuid"];
        var victims = (string?)(await victim.GetAsync("/me")).Json["uuid"];
        Assert.NotEqual(attackers, victims);
        await attacker.PostAsync("/logout");
        Assert.Equal(victims, (string?)(await victim.GetAsync("/me")).Json["uuid"]);
    }
}
