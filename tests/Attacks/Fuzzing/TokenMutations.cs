using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DoOAuth.Tests.Fuzzing;

/// <summary>Draws token answers that are valid but for a few oddities.</summary>
internal static class TokenMutations
{
    private static readonly string[] Names = ["access_token", "bearer", "token_type", "expires_in", "refresh_token", "scope", "error", "error_description", "info", "id_token"];
    private static readonly string[] InfoNames = ["name", "email", "uuid", "team_uuid", "team_name"];

    public static Arbitrary<TokenCase> Cases { get; } = Arb.From(
        from count in Gen.Frequency((1, Gen.Constant(0)), (12, Gen.Constant(1)), (6, Gen.Constant(2)), (3, Gen.Choose(3, 6)))
        from mutations in Any().ListOf(count)
        from asPage in Gen.Elements(false, false, false, true)
        select new TokenCase(mutations, asPage),
        static one => one.Simpler());

    private static Gen<Mutation> Any() => Gen.Frequency(
        (10, Field()), (4, Duplicate()), (4, InfoField()), (3, Scope()), (3, Lifetime()), (4, Error()), (3, Token()), (2, Lacking()),
        (2, Status()), (1, Headers()), (5, OnTheWay()), (1, Noise()));

    private static Gen<string> ValueFor(string name) => RandomJson.Value(name switch
    {
        "access_token" or "bearer" or "refresh_token" or "id_token" => RandomText.Marked(Markers.Secret),
        _ => RandomText.Marked(Markers.ProvidersWords),
    });

    private static Gen<Mutation> Field() =>
        from name in Gen.Frequency((9, Gen.Elements(Names)), (1, RandomText.Any))
        from value in ValueFor(name)
        select new Mutation($"{name}={value}", draft =>
        {
            draft.Fields.RemoveAll(field => field.Name == name);
            draft.Fields.Add((name, value));
        });

    private static Gen<Mutation> Duplicate() =>
        from name in Gen.Elements(Names)
        from value in ValueFor(name)
        from first in Gen.Elements(true, false)
        select new Mutation($"another {name}={value}", draft => draft.Fields.Insert(first ? 0 : draft.Fields.Count, (name, value)));

    private static Gen<Mutation> InfoField() =>
        from name in Gen.Elements(InfoNames)
        from value in RandomJson.Value(RandomText.Any)
        from keepFirst in Gen.Elements(true, false, false)
        select new Mutation($"info.{name}={value}", draft =>
        {
            if (!keepFirst)
            {
                draft.Info.RemoveAll(field => field.Name == name);
            }

            draft.Info.Add((name, value));
        });

    private static Gen<Mutation> Scope() =>
        from value in Gen.OneOf(
            Gen.Elements(
                "\"account:read droplet:read\"", "[\"account:read\",\"droplet:read\"]", "\"read\"", "\"api:read api:write\"", "\"write\"", "\"\"", "\"droplet:read\"",
                "\"ACCOUNT:READ DROPLET:READ\"", "\"account:read,droplet:read\"", "\"account:read\\tdroplet:read\\u00a0x\"", "[\"account:read\",1]", "[[\"account:read\"]]", "{\"account:read\":true}", "7"),
            RandomJson.Value(RandomText.Any))
        select new Mutation($"scope={value}", draft => draft.Fields.Add(("scope", value)));

    private static Gen<Mutation> Lifetime() =>
        from value in Gen.Elements("0", "-1", "\"3600\"", "\" 3600 \"", "\"\"", "1e308", "1e309", "-1e309", "\"1e999\"", "\"NaN\"", "\"Infinity\"", "\"-Infinity\"", "9223372036854775808", "0.0001", "null", "[3600]")
        select new Mutation($"expires_in={value}", draft =>
        {
            draft.Fields.RemoveAll(field => field.Name == "expires_in");
            draft.Fields.Add(("expires_in", value));
        });

    private static Gen<Mutation> Error() =>
        from error in Gen.OneOf(
            Gen.Elements("invalid_grant", "invalid_client", "access_denied", "login_required", "consent_required", "unauthorized_client", "server_error", "INVALID_GRANT", "invalid_grant "),
            RandomText.Marked(Markers.ProvidersWords))
        from description in RandomText.Marked(Markers.ProvidersWords)
        from status in Gen.Elements(200, 400, 401, 500)
        select new Mutation($"error={error} with {status}", draft =>
        {
            draft.Status = status;
            draft.Fields.Add(("error", RandomText.Json(error)));
            draft.Fields.Add(("error_description", RandomText.Json(description)));
        });

    private static Gen<Mutation> Token() =>
        from name in Gen.Elements("access_token", "refresh_token")
        from token in Gen.Elements(
            Markers.Secret + " with space", Markers.Secret + "\r\nX-Evil: 1", Markers.Secret + "\0", Markers.Secret + "é", " " + Markers.Secret, Markers.Secret + "\u007f",
            Markers.Secret + new string('x', 8192), Markers.Secret + new string('x', 8000), Markers.Secret + ",;=\"\\", Markers.Secret + "\uD800")
        select new Mutation($"{name} of {token.Length} characters", draft =>
        {
            draft.Fields.RemoveAll(field => field.Name == name);
            draft.Fields.Add((name, RandomText.Json(token)));
        });

    private static Gen<Mutation> Lacking() =>
        from name in Gen.Elements([.. Names, .. InfoNames])
        select new Mutation($"no {name}", draft =>
        {
            draft.Fields.RemoveAll(field => field.Name == name);
            draft.Info.RemoveAll(field => field.Name == name || name == "info");
        });

    private static Gen<Mutation> Status() =>
        from status in Gen.Elements(201, 202, 204, 206, 301, 302, 304, 400, 401, 403, 404, 418, 429, 500, 502, 503, 599)
        select new Mutation($"status {status}", draft => draft.Status = status);

    private static Gen<Mutation> Headers() =>
        from type in Gen.Elements(null, "", "text/html", "text/plain; charset=utf-16", "application/x-www-form-urlencoded", "application/json; charset=nonsense", "multipart/form-data", "nonsense", "a/b;;;=\"")
        from encoding in Gen.Elements(null, null, "gzip", "br", "identity", "nonsense")
        select new Mutation($"content type '{type}', encoding '{encoding}'", draft => (draft.ContentType, draft.ContentEncoding) = (type, encoding));

    private static Gen<Mutation> OnTheWay() =>
        from part in Gen.Choose(0, 1000)
        from value in Gen.Choose(0, 255)
        from change in Gen.Elements<(string What, Func<byte[], int, byte, byte[]> Apply)>(
            ("cut off", static (bytes, at, _) => bytes[..at]),
            ("a byte replaced", static (bytes, at, value) => [.. bytes[..at], value, .. bytes[Math.Min(at + 1, bytes.Length)..]]),
            ("a byte put in", static (bytes, at, value) => [.. bytes[..at], value, .. bytes[at..]]),
            ("a byte left out", static (bytes, at, _) => [.. bytes[..at], .. bytes[Math.Min(at + 1, bytes.Length)..]]),
            ("no UTF-8 put in", static (bytes, at, _) => [.. bytes[..at], 0xC3, 0x28, 0xFF, .. bytes[at..]]),
            ("a byte order mark", static (bytes, _, _) => [0xEF, 0xBB, 0xBF, .. bytes]),
            ("UTF-16", static (bytes, _, _) => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))),
            ("twice", static (bytes, _, _) => [.. bytes, .. bytes]),
            ("something after it", static (bytes, _, value) => [.. bytes, value, .. "trailing"u8]),
            ("in an array", static (bytes, _, _) => [(byte)'[', .. bytes, (byte)']']),
            ("in an object", static (bytes, _, _) => [.. "{\"data\":"u8, .. bytes, (byte)'}']),
            ("in a page", static (bytes, _, _) => [.. "<html><pre>"u8, .. bytes, .. "</pre>"u8]),
            ("after spaces", static (bytes, at, _) => [.. Enumerable.Repeat((byte)' ', at * 20), .. bytes]),
            ("over a mebibyte", static (bytes, at, _) => at % 16 == 0 ? [.. Enumerable.Repeat((byte)' ', 1024 * 1024), .. bytes] : bytes))
        select new Mutation($"{change.What} at {part}‰", draft => draft.OnTheWay.Add(bytes => change.Apply(bytes, (int)(bytes.LongLength * part / 1000), (byte)value)));

    private static Gen<Mutation> Noise() =>
        from text in Gen.OneOf(
            RandomText.Marked(Markers.ProvidersWords),
            RandomJson.Value(RandomText.Marked(Markers.ProvidersWords)),
            Gen.Constant($"access_token={Markers.Secret}&scope=read&token_type=bearer"))
        select new Mutation("noise instead", draft => draft.OnTheWay.Insert(0, _ => Encoding.UTF8.GetBytes(text)));
}
