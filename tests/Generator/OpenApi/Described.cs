namespace DoOAuth.Generator.Tests.OpenApi;

/// <summary>Compiled by the generator as a user's class is, in a project that references Microsoft.AspNetCore.OpenApi.</summary>
[DigitalOceanOAuth(Scheme = "Sea & Sand")]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Droplet.Read)]
[DigitalOceanScope(Scopes.Droplet.Create, Optional = true)]
internal static partial class Described;
