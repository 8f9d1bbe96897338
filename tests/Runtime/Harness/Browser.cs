using System.Net;
using System.Net.Security;

namespace DoOAuth.Tests.Harness;

/// <summary>What a browser does that matters here: keeps cookies by their path, and takes redirects one at a time.</summary>
internal sealed class Browser : IDisposable
{
    private const string Html = "text/html,application/xhtml+xml,*/*;q=0.8";

    private readonly HttpClient _http;

    public Browser(Uri home)
    {
        Home = home;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = Cookies,
            SslOptions = new SslClientAuthenticationOptions
            {
                // The apps under test have a certificate of their own making.
#pragma warning disable CA5359
                RemoteCertificateValidationCallback = static (_, _, _, _) => true,
#pragma warning restore CA5359
            },
        });
    }

    public Uri Home { get; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Loads a page, without following where it leads.</summary>
    public Task<Page> LoadAsync(string address) => SendAsync(HttpMethod.Get, address, ("Accept", Html));

    /// <summary>Calls an API.</summary>
    public Task<Page> GetAsync(string address, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, address, [("Accept", "application/json"), .. headers]);

    public Task<Page> PostAsync(string address, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, address, [("Accept", "application/json"), .. headers]);

    /// <summary>Submits a form, as a page load.</summary>
    public Task<Page> SubmitAsync(string address, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, address, [("Accept", Html), .. headers]);

    public async Task<Page> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var target = new Uri(Home, address);
        using var request = new HttpRequestMessage(method, target);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        return await Page.ReadAsync(target, response);
    }

    /// <summary>Loads a page and follows redirects up to <paramref name="most"/> of them, or until one leads to <paramref name="stopAt"/>.</summary>
    public async Task<Page> FollowAsync(string address, int most = 10, string? stopAt = null)
    {
        var page = await LoadAsync(address);
        for (var hop = 0; page.IsRedirect && (stopAt is null || page.Location.AbsolutePath != stopAt); hop++)
        {
            Assert.True(hop < most, $"more than {most} redirects; the last one led to {page.Location}");
            page = await LoadAsync(page.Location.AbsoluteUri);
        }

        return page;
    }

    /// <summary>Goes through login and consent, up to where the callback's address is known and not yet called.</summary>
    public async Task<Uri> ReachCallbackAsync(string login = "/login")
    {
        var toProvider = await LoadAsync(login);
        var back = await LoadAsync(toProvider.Location.AbsoluteUri);
        return back.Location;
    }

    /// <summary>Signs in, and gives the callback's answer.</summary>
    public async Task<Page> SignInAsync(string login = "/login")
    {
        var callback = await ReachCallbackAsync(login);
        return await LoadAsync(callback.AbsoluteUri);
    }

    /// <summary>Signs in as a program would, so that a failure is told in JSON.</summary>
    public async Task<Page> SignInForProblemAsync(string login = "/login")
    {
        var callback = await ReachCallbackAsync(login);
        return await GetAsync(callback.AbsoluteUri);
    }

    /// <summary>Another browser that holds the same cookies as this one now.</summary>
    public Browser Copy()
    {
        var copy = new Browser(Home);
        foreach (Cookie cookie in Cookies.GetAllCookies())
        {
            copy.Cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain) { Secure = cookie.Secure });
        }

        return copy;
    }

    public Cookie? SessionCookie(string scheme = "DropletDeck") =>
        Cookies.GetAllCookies().FirstOrDefault(cookie => cookie.Name == ".DoOAuth." + scheme);

    public void Dispose() => _http.Dispose();
}
