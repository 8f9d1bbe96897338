using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Callers;
using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Sandbox.Api;

/// <summary><c>GET /v2/account</c>.</summary>
internal static class AccountApi
{
    private const string SomebodyElse = "00000000000000000000000000000000other000";

    /// <summary>Returns the user who is signed in.</summary>
    public static Task GetAsync(HttpContext context, ApiCaller caller)
    {
        var faults = RequestFaults.Of(context);
        var account = new JsonObject
        {
            ["email"] = caller.User.Email,
            ["uuid"] = faults.Has(SandboxFaultKind.OtherAccount) ? SomebodyElse : caller.User.Uuid,
            ["email_verified"] = true,
            ["status"] = "active",
            ["status_message"] = "",
        };
        if (!faults.Has(SandboxFaultKind.NarrowAccount))
        {
            account["name"] = caller.User.Name;
            account["droplet_limit"] = 25;
            account["floating_ip_limit"] = 5;
            account["team"] = new JsonObject { ["uuid"] = caller.User.TeamUuid, ["name"] = caller.User.TeamName };
        }

        return ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["account"] = account });
    }
}
