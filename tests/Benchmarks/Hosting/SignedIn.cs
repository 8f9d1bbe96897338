using Microsoft.AspNetCore.Http;

namespace DoOAuth.Benchmarks.Hosting;

/// <summary>A browser that is signed in to an app, and its connection.</summary>
internal sealed class SignedIn
{
    private readonly Connection _connection;

    private SignedIn(Connection connection, string cookies)
    {
        _connection = connection;
        Cookies = cookies;
    }

    /// <summary>The session's cookies, as a header.</summary>
    public string Cookies { get; }

    /// <summary>Signs in.</summary>
    public static async Task<SignedIn> ToAsync(HostedApp app, string callbackPath)
    {
        var connection = app.Connect();
        return new SignedIn(connection, await BrowserSession.SignInAsync(connection, callbackPath));
    }

    /// <summary>Gets a page, over and over.</summary>
    /// <exception cref="InvalidOperationException">The page does not let a signed-in user in, or anybody in.</exception>
    public async Task<Func<Task>> PageAsync(string path, bool isGuarded)
    {
        await _connection.GetAsync(path);
        Expect(path, "signed out", _connection.Answer.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status302Found == isGuarded);
        await _connection.GetAsync(path, cookie: Cookies);
        Expect(path, "signed in", _connection.Answer is { StatusCode: StatusCodes.Status200OK, Headers.SetCookie.Count: 0 });
        return () => _connection.GetAsync(path, cookie: Cookies);
    }

    private void Expect(string path, string state, bool isRight)
    {
        if (!isRight)
        {
            throw new InvalidOperationException($"{path} answers a browser that is {state} with status {_connection.Answer.StatusCode}: {_connection.Answer.Text}");
        }
    }
}
