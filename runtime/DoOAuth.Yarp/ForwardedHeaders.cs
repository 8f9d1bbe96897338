using System.Globalization;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>Removes what a browser or another caller sends to this app only. The API gets no cookies, and other destinations no session.</summary>
internal sealed class ForwardedHeaders(
    ApplicationDirectory applications, IServiceProvider services, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    // What the names of cookies of a sign-in begin with, and those of sessions that the app does not rename.
    private const string OwnCookies = ".DoOAuth.";

    /// <summary>Whether an address is that of the API of any application.</summary>
    public bool IsApi(Uri? address) => applications.All.Any(application => IsApi(address, application));

    /// <summary>Whether an address is that of the application's API.</summary>
    public bool IsApi(Uri? address, DigitalOceanApplication application) => address is { IsAbsoluteUri: true } && Uri.Compare(
        address, AddressOf(application), UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Removes cookies and, for the API, the caller's <c>Authorization</c>, which is meant for this app.</summary>
    /// <param name="request">The request to the destination.</param>
    /// <param name="address">The address of the destination.</param>
    public void Restrict(HttpRequestMessage request, Uri? address)
    {
        if (IsApi(address))
        {
            request.Headers.Remove("Cookie");
            request.Headers.Remove("Authorization");
        }
        else
        {
            RemoveOwnCookies(request);
        }
    }

    private Uri AddressOf(DigitalOceanApplication application) =>
        services.GetRequiredKeyedService<DigitalOceanSessions>(application.Scheme).ApiBaseAddress;

    private void RemoveOwnCookies(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.TryGetValues("Cookie", out var values))
        {
            return;
        }

        var all = values.SelectMany(value => value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        var sessions = applications.All.Select(application => cookies.Get(application.SessionScheme).Cookie.Name).OfType<string>().ToList();
        var others = all.Where(cookie => !IsOwn(cookie.Split('=')[0].TrimEnd(), sessions)).ToList();
        if (others.Count < all.Count)
        {
            request.Headers.Remove("Cookie");
            if (others.Count > 0)
            {
                request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", others));
            }
        }
    }

    private static bool IsOwn(string name, List<string> sessions) =>
        name.StartsWith(OwnCookies, StringComparison.Ordinal) || sessions.Exists(session => name == session || IsChunk(name, session));

    // A large cookie is in several that end with C1, C2 and so on.
    private static bool IsChunk(string name, string session) =>
        name.Length > session.Length + 1
        && name.StartsWith(session, StringComparison.Ordinal)
        && name[session.Length] == 'C'
        && int.TryParse(name.AsSpan(session.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
