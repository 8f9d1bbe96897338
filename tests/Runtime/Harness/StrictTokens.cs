using System.Collections.Concurrent;

namespace DoOAuth.Tests.Harness;

/// <summary>
/// DigitalOcean's rules on tokens, for a scripted provider: a refresh token works once, its use kills the access token that came with it,
/// and the API refuses dead tokens.
/// </summary>
internal sealed class StrictTokens
{
    private readonly ScriptedProvider _provider;
    private readonly TimeSpan _lifetime;
    private readonly ConcurrentDictionary<string, string> _accessTokens = new();
    private readonly ConcurrentDictionary<string, bool> _live = new();

    public StrictTokens(ScriptedProvider provider, TimeSpan lifetime)
    {
        _provider = provider;
        _lifetime = lifetime;
        provider.Token = IssueAsync;
        var api = provider.Api;
        provider.Api = (context, request) => request.Bearer is { } token && _live.ContainsKey(token)
            ? api(context, request)
            : Answer.Json(context, 401, """{"id":"unauthorized","message":"Unable to authenticate you"}""");
    }

    /// <summary>Whose tokens the next sign-ins give.</summary>
    public string User { get; set; } = "sammy";

    /// <summary>For which team the next sign-ins are; null for the usual one.</summary>
    public string? Team { get; set; }

    /// <summary>Kills all access tokens; refresh tokens go on working.</summary>
    public void KillAccessTokens() => _live.Clear();

    /// <summary>Kills everything, as a user does in DigitalOcean's control panel.</summary>
    public void WithdrawAccess()
    {
        _accessTokens.Clear();
        _live.Clear();
    }

    private Task IssueAsync(HttpContext context, RecordedRequest request)
    {
        if (request.Form["grant_type"] == "refresh_token")
        {
            if (!_accessTokens.TryRemove(request.Form["refresh_token"], out var old))
            {
                return Answer.Error(context, 400, "invalid_grant");
            }

            _live.TryRemove(old, out _);
        }

        var answer = _provider.TokenAnswer().With("expires_in", (long)_lifetime.TotalSeconds).WithInfo("uuid", User);
        if (Team is not null)
        {
            answer = answer.WithInfo("team_uuid", Team);
        }

        _accessTokens[answer.RefreshToken] = answer.AccessToken;
        _live[answer.AccessToken] = true;
        return Answer.Json(context, 200, answer.ToString());
    }
}
