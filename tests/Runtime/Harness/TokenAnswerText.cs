using System.Text.Json.Nodes;

namespace DoOAuth.Tests.Harness;

/// <summary>A token answer in DigitalOcean's usual form, which a test bends to its purpose.</summary>
internal sealed class TokenAnswerText
{
    private readonly JsonObject _json;

    public TokenAnswerText(string accessToken, string refreshToken, string uuid)
    {
        _json = new JsonObject
        {
            ["access_token"] = accessToken,
            ["token_type"] = "bearer",
            ["expires_in"] = 2592000,
            ["refresh_token"] = refreshToken,
            ["info"] = new JsonObject
            {
                ["name"] = "Sammy the Shark",
                ["email"] = "sammy@example.com",
                ["uuid"] = uuid,
                ["team_uuid"] = "team-1",
                ["team_name"] = "My Team",
            },
        };
    }

    public TokenAnswerText With(string name, JsonNode? value)
    {
        _json[name] = value;
        return this;
    }

    public TokenAnswerText Without(string name)
    {
        _json.Remove(name);
        return this;
    }

    public TokenAnswerText WithInfo(string name, JsonNode? value)
    {
        _json["info"]![name] = value;
        return this;
    }

    public TokenAnswerText WithoutInfo(params string[] names)
    {
        foreach (var name in names)
        {
            _json["info"]!.AsObject().Remove(name);
        }

        return this;
    }

    public string RefreshToken => _json["refresh_token"]!.GetValue<string>();

    public string AccessToken => _json["access_token"]!.GetValue<string>();

    public override string ToString() => _json.ToJsonString();
}
