namespace DoOAuth;

/// <summary>Metadata of an endpoint that says whose users it is for.</summary>
internal interface IApplicationMetadata
{
    /// <summary>The application's scheme, or null for the only one.</summary>
    string? Scheme { get; }
}
