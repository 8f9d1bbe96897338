using System.Net;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>Goes through an app's <c>.http</c> file: signed out, with the cookie of a session, and with that of the next where the file says so.</summary>
internal static class RequestFileWalk
{
    public static async Task TakeAsync(RunningApp app, Browser browser, int requests)
    {
        var file = new RequestFile(await File.ReadAllTextAsync(Directory.GetFiles(app.Folder, "*.http").Single()));
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler);
        var seen = new List<string>();
        foreach (var pass in new[] { false, true })
        {
            if (pass)
            {
                file.Set("cookie", await SignInAsync(app, browser));
            }

            foreach (var request in file.Requests)
            {
                using var answer = await request.SendAsync(client);
                seen.Add($"{pass} {request.Title}: {(int)answer.StatusCode}");
            }
        }

        Assert.Fail(string.Join('\n', seen));
    }

    private static async Task<string> SignInAsync(RunningApp app, Browser browser)
    {
        await using var visitor = await browser.NewVisitorAsync(app);
        await visitor.Page.GotoAsync("/login?returnUrl=/me");
        await visitor.Approve.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/me");
        var cookies = await visitor.Page.Context.CookiesAsync([app.Address.AbsoluteUri]);
        return string.Join("; ", cookies.Where(cookie => cookie.Name.StartsWith("DropletDeck.Session", StringComparison.Ordinal)).Select(cookie => $"{cookie.Name}={cookie.Value}"));
    }
}
