using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Authorization;
using DoOAuth.Sandbox.Notes;
using Microsoft.AspNetCore.Routing;

namespace DoOAuth.Sandbox.Registration;

/// <summary>
/// Dynamic registration of public clients (RFC 7591), and reading and deleting a registration with the token that came with it
/// (RFC 7592).
/// </summary>
internal sealed class RegistrationEndpoint(ClientRegistry clients, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private const int HexLength = 64;

    private readonly ConcurrentDictionary<string, Registered> _registered = new(StringComparer.Ordinal);

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(OAuthPaths.Register, [HttpMethods.Post], RegisterAsync);
        endpoints.MapMethods(OAuthPaths.Register + "/{clientId}", [HttpMethods.Get], GetAsync);
        endpoints.MapMethods(OAuthPaths.Register + "/{clientId}", [HttpMethods.Delete], DeleteAsync);
    }

    private async Task RegisterAsync(HttpContext context)
    {
        var metadata = await ClientMetadata.ReadAsync(context.Request.Body, context.RequestAborted);
        var error = metadata is null ? RegistrationError.Metadata("The body must be a JSON object with the client's metadata.") : metadata.Check();
        if (error is not null)
        {
            RequestNotes.Add(context, $"{error.Code}: {error.Message}");
            await ApiAnswers.WriteAsync(context, StatusCodes.Status400BadRequest, new JsonObject { ["error"] = error.Code, ["error_description"] = error.Message });
            return;
        }

        var client = metadata!.ToClient(NewSecret());
        await clients.AddAsync(client, isDynamic: true, context.RequestAborted);
        var registered = _registered[client.ClientId] = new Registered(client, metadata.GrantTypes ?? ["authorization_code"], NewSecret(), time.GetUtcNow());
        context.Response.Headers.CacheControl = "no-store";
        await ApiAnswers.WriteAsync(context, StatusCodes.Status201Created, Describe(context, registered));
    }

    private Task GetAsync(HttpContext context) => Find(context) is { } registered
        ? ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, Describe(context, registered))
        : RefuseAsync(context);

    private async Task DeleteAsync(HttpContext context)
    {
        if (Find(context) is not { Client.ClientId: var id })
        {
            await RefuseAsync(context);
            return;
        }

        _registered.TryRemove(id, out _);
        await clients.RemoveAsync(id, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private Registered? Find(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && _registered.TryGetValue((string)context.Request.RouteValues["clientId"]!, out var registered)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(registered.AccessToken), Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim()))
            ? registered
            : null;
    }

    private static string NewSecret() => RandomNumberGenerator.GetHexString(HexLength, lowercase: true);

    private static JsonObject Describe(HttpContext context, Registered registered)
    {
        var description = new JsonObject
        {
            ["client_id"] = registered.Client.ClientId,
            ["client_id_issued_at"] = registered.At.ToUnixTimeSeconds(),
            ["redirect_uris"] = new JsonArray([.. registered.Client.RedirectUris.Select(uri => JsonValue.Create(uri))]),
            ["grant_types"] = new JsonArray([.. registered.GrantTypes.Select(type => JsonValue.Create(type))]),
            ["response_types"] = new JsonArray("code"),
            ["token_endpoint_auth_method"] = "none",
            ["registration_access_token"] = registered.AccessToken,
            ["registration_client_uri"] = $"{context.Request.Scheme}://{context.Request.Host}{OAuthPaths.Register}/{registered.Client.ClientId}",
        };
        if (registered.Client.Name is { } name)
        {
            description["client_name"] = name;
        }

        return description;
    }

    private static Task RefuseAsync(HttpContext context)
    {
        RequestNotes.Add(context, "Reading and deleting a registration requires its registration_access_token as the bearer token.");
        return ApiAnswers.UnauthorizedAsync(context);
    }

    private sealed record Registered(SandboxClient Client, IReadOnlyList<string?> GrantTypes, string AccessToken, DateTimeOffset At);
}
