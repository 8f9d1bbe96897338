using System.Text.Json;

namespace DoOAuth.Sandbox.Registration;

/// <summary>
/// The metadata with which a client registers itself (RFC 7591). Only public clients can do so, with the authorization code flow.
/// </summary>
internal sealed record ClientMetadata
{
    private const string Code = "authorization_code";
    private const string Refresh = "refresh_token";

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The name on the consent page.</summary>
    public string? ClientName { get; init; }

    /// <summary>The redirect addresses.</summary>
    public IReadOnlyList<string?>? RedirectUris { get; init; }

    /// <summary>The flows.</summary>
    public IReadOnlyList<string?>? GrantTypes { get; init; }

    /// <summary>The response types.</summary>
    public IReadOnlyList<string?>? ResponseTypes { get; init; }

    /// <summary>How the client authenticates.</summary>
    public string? TokenEndpointAuthMethod { get; init; }

    /// <summary>Reads the JSON that a client sent. Returns null if it is not metadata.</summary>
    public static async Task<ClientMetadata?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<ClientMetadata>(body, SnakeCase, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns what is wrong with the metadata, or null.</summary>
    public RegistrationError? Check()
    {
        if (RedirectUris is not { Count: > 0 })
        {
            return RegistrationError.RedirectUri("redirect_uris must have at least one address.");
        }

        if (RedirectUris.Any(address => !IsAddress(address)))
        {
            return RegistrationError.RedirectUri("redirect_uris must be absolute addresses without a fragment.");
        }

        if (TokenEndpointAuthMethod is not (null or "none"))
        {
            return RegistrationError.Metadata("token_endpoint_auth_method must be \"none\": only public clients can register themselves.");
        }

        if (GrantTypes is not null && (!GrantTypes.Contains(Code) || GrantTypes.Any(type => type is not (Code or Refresh))))
        {
            return RegistrationError.Metadata($"grant_types must include \"{Code}\", and can include \"{Refresh}\".");
        }

        return ResponseTypes is null || ResponseTypes.All(type => type == "code") ? null : RegistrationError.Metadata("response_types must be [\"code\"].");
    }

    /// <summary>Returns the client that the metadata describes.</summary>
    public SandboxClient ToClient(string id) => new(id, ClientSecret: null)
    {
        Name = string.IsNullOrWhiteSpace(ClientName) ? null : ClientName,
        RedirectUris = [.. RedirectUris!.OfType<string>()],
    };

    // RFC 8252 section 7.1: a native app can have an address with a scheme of its own, such as com.example.app:/callback.
    private static bool IsAddress(string? address) =>
        address is not null && !address.StartsWith('/') && !address.Contains('#', StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out _);
}
