using System.Globalization;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Faults;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>Writes the token response in DigitalOcean's format, or with the variation of a fault.</summary>
internal sealed class TokenAnswer : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    /// <inheritdoc/>
    public ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext;
        if (context.Error is not null || http.Features.Get<IssuedGrant>() is not { } grant)
        {
            return default;
        }

        var answer = context.Response;
        var faults = RequestFaults.Of(http);
        WriteTokenType(answer, faults);
        WriteLifetime(answer, faults, grant.Lifetime);
        answer.Scope = faults.Has(SandboxFaultKind.NoScope) ? null : string.Join(' ', Rename(grant.Scopes, faults));
        if (faults.Has(SandboxFaultKind.NoRefreshToken))
        {
            answer.RefreshToken = null;
        }

        if (!faults.Has(SandboxFaultKind.NoInfo))
        {
            answer.SetParameter("info", new OpenIddictParameter(Info(grant.User, faults)));
        }

        return default;
    }

    private static void WriteTokenType(OpenIddictResponse answer, RequestFaults faults)
    {
        answer.TokenType = faults.Find(SandboxFaultKind.TokenType) is { } fault ? fault.Value : "bearer";
        if (faults.Has(SandboxFaultKind.LegacyBearer))
        {
            answer.TokenType = null;
            answer.SetParameter("bearer", "bearer");
        }
    }

    private static void WriteLifetime(OpenIddictResponse answer, RequestFaults faults, TimeSpan lifetime)
    {
        var seconds = (long)lifetime.TotalSeconds;
        answer.SetParameter("expires_in", faults switch
        {
            _ when faults.Has(SandboxFaultKind.NoExpiresIn) => default(OpenIddictParameter?),
            _ when faults.Has(SandboxFaultKind.ExpiresInString) => seconds.ToString(CultureInfo.InvariantCulture),
            _ => seconds,
        });
    }

    private static IEnumerable<string> Rename(IReadOnlyList<string> scopes, RequestFaults faults) =>
        faults.Has(SandboxFaultKind.ApiScopeNames) ? scopes.Select(scope => scope is "read" or "write" ? "api:" + scope : scope) : scopes;

    private static JsonObject Info(SandboxUser user, RequestFaults faults)
    {
        var info = new JsonObject();
        Add("name", user.Name, SandboxFaultKind.NoInfoName);
        Add("email", user.Email, SandboxFaultKind.NoInfoEmail);
        Add("uuid", user.Uuid, SandboxFaultKind.NoInfoUuid);
        Add("team_uuid", user.TeamUuid, SandboxFaultKind.NoInfoTeam);
        Add("team_name", user.TeamName, SandboxFaultKind.NoInfoTeam);
        return info;

        void Add(string name, string value, SandboxFaultKind missing)
        {
            if (!faults.Has(missing))
            {
                info[name] = value;
            }
        }
    }
}
