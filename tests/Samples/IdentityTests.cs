using Microsoft.Playwright;

namespace DoOAuth.Samples.Tests;

/// <summary>Accounts of ASP.NET Core Identity, with DigitalOcean as an external login.</summary>
public sealed class IdentityTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Identity_links_an_account_and_registers_one_with_an_external_login()
    {
        await using var sample = await Sample.StartAsync("Identity");
        await LinkAndUnlinkAsync(sample);
        await RegisterAsync(sample);
    }

    private async Task LinkAndUnlinkAsync(Sample sample)
    {
        await using var visitor = await browser.NewVisitorAsync(sample.Address);
        var page = visitor.Page;
        await page.GotoAsync("/Identity/Account/Register");
        await page.Locator("#Input_Email").FillAsync("owner@example.com");
        await page.Locator("#Input_Password").FillAsync("Correct-horse-1");
        await page.Locator("#Input_ConfirmPassword").FillAsync("Correct-horse-1");
        await visitor.Button("Register").ClickAsync();
        await page.GetByText("Signed in as owner@example.com.").WaitForAsync();
        Assert.Equal(401, await StatusOfDropletsAsync(visitor));

        await ChooseDigitalOceanAsync(visitor, "/Identity/Account/Manage/ExternalLogins");
        await page.GetByText("The external login was added.").WaitForAsync();
        Assert.Equal(200, await StatusOfDropletsAsync(visitor));

        // The linked account signs in to the account that it is linked to.
        await visitor.Button("Sign out").ClickAsync();
        await page.GetByText("Signed out.").WaitForAsync();
        Assert.Equal(401, await StatusOfDropletsAsync(visitor));
        await ChooseDigitalOceanAsync(visitor, "/Identity/Account/Login");
        await page.GetByText("Signed in as owner@example.com.").WaitForAsync();

        await page.GotoAsync("/Identity/Account/Manage/ExternalLogins");
        await visitor.Button("Remove").ClickAsync();
        await page.GetByText("The external login was removed.").WaitForAsync();
    }

    private async Task RegisterAsync(Sample sample)
    {
        await using var visitor = await browser.NewVisitorAsync(sample.Address);
        var page = visitor.Page;
        await ChooseDigitalOceanAsync(visitor, "/Identity/Account/Register");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Register", Exact = true }).WaitForAsync();
        Assert.Equal("sammy@example.com", await page.Locator("#Input_Email").InputValueAsync());
        await visitor.Button("Register").ClickAsync();
        await page.GetByText("Signed in as sammy@example.com.").WaitForAsync();

        // The client acts for the user, and the page knows the account.
        Assert.Contains("Droplets of Sammy the Shark", await visitor.OpenAsync("/Droplets"), StringComparison.Ordinal);
        Assert.NotEqual(0, await page.Locator("main li").CountAsync());
        await visitor.Button("Sign out").ClickAsync();
        await page.GetByText("Signed out.").WaitForAsync();

        // Signs in again, without registering.
        await ChooseDigitalOceanAsync(visitor, "/Identity/Account/Login");
        await page.GetByText("Signed in as sammy@example.com.").WaitForAsync();
        Assert.Equal(200, await StatusOfDropletsAsync(visitor));
    }

    private static async Task ChooseDigitalOceanAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        await visitor.Button("DigitalOcean").ClickAsync();
    }

    // As a program asks, which is not redirected.
    private static async Task<int> StatusOfDropletsAsync(Visitor visitor) =>
        await visitor.Page.EvaluateAsync<int>("async () => (await fetch('/Droplets', { headers: { Accept: 'application/json' } })).status");
}
