using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace DoOAuth.Benchmarks.Silence;

/// <summary>A user in a browser.</summary>
internal sealed class Visitor
{
    private const string Page = "/home";

    private readonly HttpClient _browser;
    private readonly string _cookies;

    private Visitor(HttpClient browser, string cookies) => (_browser, _cookies) = (browser, cookies);

    /// <summary>Signs in.</summary>
    /// <exception cref="InvalidOperationException">The app answered something else than a sign-in.</exception>
    public static async Task<Visitor> SignInAsync(HttpClient browser)
    {
        using var login = await GetAsync(browser, "/login?returnUrl=" + Uri.EscapeDataString(Page), cookies: null, CancellationToken.None);
        var asked = QueryHelpers.ParseQuery(Redirect(login).Query);
        var callback = QueryHelpers.AddQueryString(asked["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = "code", ["state"] = asked["state"] });
        using var back = await GetAsync(browser, callback, Cookies(login), CancellationToken.None);
        var to = Redirect(back).OriginalString;
        return to == Page ? new Visitor(browser, Cookies(back)) : throw new InvalidOperationException($"The sign-in led to {to}.");
    }

    /// <summary>Loads the page.</summary>
    /// <param name="waiting">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The answer is not the page.</exception>
    public async Task<PageLoad> LoadAsync(CancellationToken waiting)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await GetAsync(_browser, Page, _cookies, waiting);
            return answer.StatusCode == HttpStatusCode.OK
                ? new PageLoad(Stopwatch.GetElapsedTime(start), IsCutOff: false)
                : throw new InvalidOperationException($"The page is answered with {answer.StatusCode}.");
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested)
        {
            return new PageLoad(Stopwatch.GetElapsedTime(start), IsCutOff: true);
        }
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient browser, string address, string? cookies, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "text/html" } } };
        if (cookies is not null)
        {
            request.Headers.Add("Cookie", cookies);
        }

        return await browser.SendAsync(request, cancellationToken);
    }

    private static Uri Redirect(HttpResponseMessage answer) => answer.Headers.Location
        ?? throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri?.AbsolutePath} answers {answer.StatusCode}, not a redirect.");

    // Cookies that are set; those that are deleted have no value.
    private static string Cookies(HttpResponseMessage answer) => string.Join(
        "; ", answer.Headers.GetValues("Set-Cookie").Select(set => set[..set.IndexOf(';', StringComparison.Ordinal)]).Where(pair => !pair.EndsWith('=')));
}
