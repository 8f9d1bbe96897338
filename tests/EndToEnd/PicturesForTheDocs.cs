namespace DoOAuth.EndToEnd.Tests;

/// <summary>
/// The pictures of the README, as the browser shows them. They are always taken; <c>dotnet eng/test.cs --pictures</c> puts
/// them into docs/images.
/// </summary>
[Collection(WholeWay.Name)]
public sealed class PicturesForTheDocs(RunningApp app, Browser browser)
{
    [Fact]
    public async Task The_consent_page_and_the_signed_in_app()
    {
        await using var visitor = await browser.NewVisitorAsync(app);

        await visitor.AskToSignInAsync();
        var consent = await visitor.PictureAsync("docs-consent", fullPage: true);
        await visitor.Approve.ClickAsync();
        await visitor.Button("Sign out").WaitForAsync();
        var signedIn = await visitor.PictureAsync("docs-app", fullPage: true);

        Assert.True(new FileInfo(consent).Length > 10_000, "The picture of the consent page is all but empty.");
        Assert.True(new FileInfo(signedIn).Length > 10_000, "The picture of the app is all but empty.");
        if (Environment.GetEnvironmentVariable("DOOAUTH_PICTURES") is { Length: > 0 } images)
        {
            Directory.CreateDirectory(images);
            File.Copy(consent, Path.Combine(images, "consent.png"), overwrite: true);
            File.Copy(signedIn, Path.Combine(images, "app.png"), overwrite: true);
        }
    }
}
