namespace DoOAuth;

/// <summary>Endpoint metadata that specifies the application whose users the endpoint is for.</summary>
internal interface IApplicationMetadata
{
    /// <summary>The application's scheme, or null for the only application.</summary>
    string? Scheme { get; }
}
