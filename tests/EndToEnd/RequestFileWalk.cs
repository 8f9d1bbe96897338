using System.Net;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>Goes through an app's <c>.http</c> file as a reader does: signed out, then with the cookie of a browser's session.</summary>
internal static class RequestFileWalk
{
    /// <summary>Sends every request, and fails where another status answers than the title says; returns the titles.</summary>
    public static async Task<IReadOnlyList<string>> TakeAsync(RunningApp app, Browser browser)
    {
        var file = new RequestFile(await File.ReadAllTextAsync(Directory.GetFiles(app.Folder, "*.http").Single()));
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, CheckCertificateRevocationList = true };
        using var client = new HttpClient(handler);
        foreach (var request in file.Requests)
        {
            Assert.Equal((request.Title, request.NeedsSession ? HttpStatusCode.Unauthorized : request.Statuses[0]), (request.Title, await request.SendAsync(client)));
        }

        await using var visitor = await browser.NewVisitorAsync(app);
        file.Set("cookie", await SignInAsync(visitor, file.CookieName, new Uri(app.Address, "/login?returnUrl=/me")));
        var titles = file.Requests.Select(request => request.Title).ToList();
        for (var index = 0; index < titles.Count; index++)
        {
            var request = file.Requests.ElementAt(index);
            Assert.Equal((request.Title, request.Statuses[0]), (request.Title, await request.SendAsync(client)));
            if (request.Address.Query.Contains("scope=", StringComparison.Ordinal))
            {
                file.Set("cookie", await SignInAsync(visitor, file.CookieName, request.Address));
                var refused = file.Requests.ElementAt(index - 1);
                Assert.Equal((refused.Title, refused.Statuses[1]), (refused.Title, await refused.SendAsync(client)));
            }
            else if (request.Address.AbsolutePath == "/logout")
            {
                file.Set("cookie", await SignInAsync(visitor, file.CookieName, new Uri(app.Address, "/login?returnUrl=/me")));
            }
        }

        return titles;
    }

    private static async Task<string> SignInAsync(Visitor visitor, string name, Uri login)
    {
        await visitor.Page.GotoAsync(login.AbsoluteUri);
        if (new Uri(visitor.Page.Url).AbsolutePath != "/me")
        {
            await visitor.Approve.ClickAsync();
            await visitor.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/me");
        }

        var cookies = await visitor.Page.Context.CookiesAsync([login.AbsoluteUri]);
        var session = cookies.Where(cookie => cookie.Name.StartsWith(name, StringComparison.Ordinal)).ToList();
        Assert.True(session.Count > 0, $"The file speaks of a cookie {name}; the browser has {string.Join(", ", cookies.Select(cookie => cookie.Name))}.");
        return string.Join("; ", session.Select(cookie => $"{cookie.Name}={cookie.Value}"));
    }
}
