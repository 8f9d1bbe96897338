using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DoOAuth.Clients.Tests.Running;
using OpenIddict.Abstractions;
using OpenIddict.Client;

namespace DoOAuth.Clients.Tests.Drivers;

/// <summary>Signs in to the app with OpenIddict's client, refreshes and revokes.</summary>
internal sealed class OpenIddictDriver : IDisposable
{
    private readonly DigitalOceanSandbox _sandbox;
    private readonly OpenIddictApp _app;
    private readonly List<CallResult> _results = [];

    // The browser of one visitor, with the app's cookies.
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private OpenIddictDriver(DigitalOceanSandbox sandbox, OpenIddictApp app)
    {
        _sandbox = sandbox;
        _app = app;
    }

    public static async Task<IReadOnlyList<CallResult>> RunAsync(DigitalOceanSandbox sandbox)
    {
        await using var app = await OpenIddictApp.StartAsync(sandbox);
        using var driver = new OpenIddictDriver(sandbox, app);
        await driver.RunAsync();
        return driver._results;
    }

    public void Dispose() => _browser.Dispose();

    private async Task RunAsync()
    {
        var start = await CallAsync("challenge", () => RedirectAsync(new Uri(_app.Address, "/login")), address => address.AbsolutePath);
        var callback = await CallAsync("approval", () => RedirectAsync(start!), address => address.AbsolutePath);
        var signIn = await CallAsync("callback", () => SignInAsync(callback!), signIn => $"{signIn.AccessToken is not null}, {signIn.RefreshToken is not null}");
        await CallAsync("account", () => ReadAccountAsync(signIn!.AccessToken), text => text);
        var refreshed = await CallAsync("AuthenticateWithRefreshTokenAsync", () => RefreshAsync(signIn!), answer => (answer.RefreshToken != signIn!.RefreshToken).ToString());
        await CallAsync("account, refreshed", () => ReadAccountAsync(refreshed!.AccessToken), text => text);
        await CallAsync("account, replaced token", () => ReadAccountAsync(signIn!.AccessToken), text => text);
        await CallAsync("AuthenticateWithRefreshTokenAsync, spent token", () => ReadErrorAsync(() => RefreshAsync(signIn!)), error => error);

        // The client authenticates with its credentials alone (RFC 7009). DigitalOcean documents the bearer token.
        await CallAsync("RevokeTokenAsync", () => ReadErrorAsync(() => RevokeAsync(refreshed!.AccessToken)), error => error);
        await CallAsync("account, not revoked", () => ReadAccountAsync(refreshed!.AccessToken), text => text);
    }

    private async Task<T?> CallAsync<T>(string call, Func<Task<T>> run, Func<T, string> show)
    {
        try
        {
            var result = await run();
            _results.Add(new CallResult(call, Succeeded: true, show(result)));
            return result;
        }
        catch (Exception exception)
        {
            _results.Add(new CallResult(call, Succeeded: false, $"{exception.GetType().Name}: {exception.Message}"));
            return default;
        }
    }

    private async Task<Uri> RedirectAsync(Uri address)
    {
        using var response = await _browser.GetAsync(address);
        return response.Headers.Location ?? throw new InvalidOperationException($"expected a redirect, got {response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }

    private async Task<OpenIddictSignIn> SignInAsync(Uri callback)
    {
        using var response = await _browser.GetAsync(callback);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            // OpenIddict has refused the callback by itself.
            throw new InvalidOperationException(text);
        }

        var signIn = JsonSerializer.Deserialize<OpenIddictSignIn>(text, JsonSerializerOptions.Web)!;
        return signIn.Error is null ? signIn : throw new InvalidOperationException(signIn.Error);
    }

    private async Task<string> ReadAccountAsync(string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_sandbox.Address, "/v2/account"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _browser.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("account", out var account)
            ? account.GetProperty("email").GetString()!
            : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
    }

    private async Task<OpenIddictClientModels.RefreshTokenAuthenticationResult> RefreshAsync(OpenIddictSignIn signIn) =>
        await _app.Client.AuthenticateWithRefreshTokenAsync(new() { RefreshToken = signIn.RefreshToken!, DisableUserInfo = true });

    private async Task<string> RevokeAsync(string token)
    {
        await _app.Client.RevokeTokenAsync(new() { Token = token, TokenTypeHint = OpenIddictConstants.TokenTypeHints.AccessToken });
        return "revoked";
    }

    private static async Task<string> ReadErrorAsync<T>(Func<Task<T>> run)
    {
        try
        {
            await run();
            return "worked";
        }
        catch (OpenIddictExceptions.ProtocolException exception)
        {
            return exception.Error ?? "an error without a name";
        }
    }
}
