namespace DoOAuth;

/// <summary>The exception of a forwarded request whose user has no access, until its response is written.</summary>
internal sealed record MissingAccess(DigitalOceanAccessException Exception);
