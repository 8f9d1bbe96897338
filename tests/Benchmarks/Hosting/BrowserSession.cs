using Microsoft.AspNetCore.Http;

namespace DoOAuth.Benchmarks.Hosting;

/// <summary>Signs in as a browser does. It keeps no more of the answers than the next request needs, so as to cost next to nothing itself.</summary>
internal static class BrowserSession
{
    /// <summary>Login and callback.</summary>
    /// <returns>The session's cookies, as the header of the requests that follow.</returns>
    /// <exception cref="InvalidOperationException">The app answered something else than a sign-in.</exception>
    public static async Task<string> SignInAsync(Connection connection, string callbackPath)
    {
        var (query, cookies) = await LogInAsync(connection);
        return await ComeBackAsync(connection, callbackPath, query, cookies);
    }

    /// <summary>Login alone.</summary>
    /// <returns>The query and the cookies with which the provider sends the browser back.</returns>
    /// <exception cref="InvalidOperationException">The app answered something else than a redirect to the provider.</exception>
    public static async Task<(string Query, string Cookies)> LogInAsync(Connection connection)
    {
        await connection.GetAsync("/login", "?returnUrl=%2Fhome");
        var address = Redirect(connection.Answer);
        var from = address.IndexOf("&state=", StringComparison.Ordinal) + "&state=".Length;
        var to = address.IndexOf('&', from);
        var state = to < 0 ? address[from..] : address[from..to];
        return ("?code=4f1d1bf0a3c6e0c55a2f9a3f2c1f&state=" + state, Cookies(connection.Answer));
    }

    /// <summary>Callback alone.</summary>
    /// <returns>The session's cookies, as the header of the requests that follow.</returns>
    /// <exception cref="InvalidOperationException">The app answered something else than a sign-in.</exception>
    public static async Task<string> ComeBackAsync(Connection connection, string callbackPath, string query, string cookies)
    {
        await connection.GetAsync(callbackPath, query, cookies);
        return Redirect(connection.Answer) == "/home"
            ? Cookies(connection.Answer)
            : throw new InvalidOperationException($"The sign-in led to {Redirect(connection.Answer)} instead of /home.");
    }

    private static string Redirect(Answer answer) => answer.StatusCode == StatusCodes.Status302Found
        ? answer.Headers.Location.ToString()
        : throw new InvalidOperationException($"Status {answer.StatusCode} instead of a redirect: {answer.Text}");

    // Cookies that are set; those that are deleted have no value.
    private static string Cookies(Answer answer)
    {
        string? cookies = null;
        foreach (var set in answer.Headers.SetCookie)
        {
            var pair = set![..set!.IndexOf(';', StringComparison.Ordinal)];
            if (!pair.EndsWith('='))
            {
                cookies = cookies is null ? pair : $"{cookies}; {pair}";
            }
        }

        return cookies ?? throw new InvalidOperationException($"Status {answer.StatusCode} without a cookie: {answer.Text}");
    }
}
