namespace DoOAuth.Samples.Tests;

/// <summary>A page whose script calls the app's API.</summary>
public sealed class SinglePageTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task SinglePage_signs_in_and_comes_back_to_where_the_user_was()
    {
        await using var sample = await Sample.StartAsync("SinglePage");
        await using var visitor = await browser.NewVisitorAsync(sample.Address);
        var page = visitor.Page;
        await page.GotoAsync("/list?sort=name");
        await page.GetByText("Signed out.").WaitForAsync();

        // The script follows the problem's link to login, and the user is back.
        await visitor.Button("List droplets").ClickAsync();
        await page.GetByText("Signed in as Sammy the Shark.").WaitForAsync();
        Assert.Equal("/list?sort=name", new Uri(page.Url).PathAndQuery);
        await visitor.Button("List droplets").ClickAsync();
        await page.Locator("li").First.WaitForAsync();

        // The first click asks for the scope, the second one creates.
        await visitor.Button("Create a droplet").ClickAsync();
        await page.WaitForFunctionAsync("async () => (await (await fetch('/me')).json()).scopes.includes('droplet:create')");
        await page.GetByText("Signed in as Sammy the Shark.").WaitForAsync();
        Assert.Equal("/list?sort=name", new Uri(page.Url).PathAndQuery);
        Assert.Equal(0, await page.GetByText("web-from-a-page").CountAsync());
        await visitor.Button("Create a droplet").ClickAsync();
        await page.GetByText("web-from-a-page").WaitForAsync();

        await visitor.Button("Sign out").ClickAsync();
        await page.GetByText("Signed out.").WaitForAsync();
        Assert.DoesNotContain(visitor.Complaints, complaint => complaint.StartsWith("error", StringComparison.Ordinal) && !complaint.Contains("status of 40", StringComparison.Ordinal));
    }
}
