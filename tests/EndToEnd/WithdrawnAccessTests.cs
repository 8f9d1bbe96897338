namespace DoOAuth.EndToEnd.Tests;

/// <summary>The user takes the app off their list in DigitalOcean's control panel while they are signed in to it.</summary>
[Collection(WholeWay.Name)]
public sealed class WithdrawnAccessTests(RunningApp app, Browser browser)
{
    [Fact]
    public async Task The_first_page_that_notices_leads_to_the_sign_in_and_back()
    {
        await using var visitor = await browser.NewVisitorAsync(app);
        await SignInAndWithdrawAsync(visitor);

        await visitor.Page.GotoAsync("/");
        await visitor.Approve.WaitForAsync();
        await visitor.Approve.ClickAsync();
        await visitor.Button("Sign out").WaitForAsync();

        Assert.Equal(app.Address.AbsoluteUri, visitor.Page.Url);
        Assert.Equal(200, (await visitor.Page.APIRequest.GetAsync("/api/droplets")).Status);
    }

    [Fact]
    public async Task The_first_call_that_notices_is_refused_with_the_reason()
    {
        await using var visitor = await browser.NewVisitorAsync(app);
        await SignInAndWithdrawAsync(visitor);

        var refused = await visitor.Page.APIRequest.GetAsync("/api/droplets");
        var after = await visitor.Page.APIRequest.GetAsync("/me");

        Assert.Equal(401, refused.Status);
        Assert.Equal("invalid_grant", (await refused.JsonAsync())?.GetProperty("reason").GetString());
        Assert.Equal(401, after.Status);
    }

    [Fact]
    public async Task The_form_that_notices_leads_to_the_sign_in()
    {
        await using var visitor = await browser.NewVisitorAsync(app);
        await visitor.SignInAsync();
        await visitor.Page.GotoAsync("/droplets/new");
        await visitor.Approve.ClickAsync();
        await visitor.Page.GetByLabel("Name").FillAsync("web-1");
        await WithdrawAsync(visitor);

        await visitor.Button("Create").ClickAsync();
        await visitor.Approve.WaitForAsync();
    }

    private async Task SignInAndWithdrawAsync(Visitor visitor)
    {
        await visitor.SignInAsync();
        await WithdrawAsync(visitor);
    }

    // The app's sandbox is where its login leads to.
    private async Task WithdrawAsync(Visitor visitor)
    {
        var login = await visitor.Page.APIRequest.GetAsync(new Uri(app.Address, "/login").AbsoluteUri, new() { MaxRedirects = 0 });
        using var client = new HttpClient();
        using var answer = await client.DeleteAsync(new Uri(new Uri(login.Headers["location"]), "/sandbox/access"));
        Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.StatusCode);
    }
}
