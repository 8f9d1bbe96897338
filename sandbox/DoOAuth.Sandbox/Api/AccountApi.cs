using System.Text;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Sandbox.Api;

/// <summary><c>GET /v2/account</c>.</summary>
internal static class AccountApi
{
    private const string SomebodyElse = "00000000000000000000000000000000other000";

    /// <summary>Returns the user who is signed in.</summary>
    public static ApiResult Get(ApiRequest request)
    {
        var faults = RequestFaults.Of(request.Http);
        var user = request.Caller.User;
        var account = new JsonObject
        {
            ["email"] = user.Email,
            ["uuid"] = faults.Has(SandboxFaultKind.OtherAccount) ? SomebodyElse : user.Uuid,
            ["email_verified"] = true,
            ["status"] = "active",
            ["status_message"] = "",
        };
        if (faults.Has(SandboxFaultKind.NarrowAccount))
        {
            // Fewer members than the shape has, as DigitalOcean answers to narrow scopes.
            return new ApiResult(StatusCodes.Status200OK, Encoding.UTF8.GetBytes(new JsonObject { ["account"] = account }.ToJsonString()), ApiResult.Json);
        }

        account["name"] = user.Name;
        account["team"] = new JsonObject { ["uuid"] = user.TeamUuid, ["name"] = user.TeamName };
        return AnswerBuilder.Object(request, account);
    }
}
