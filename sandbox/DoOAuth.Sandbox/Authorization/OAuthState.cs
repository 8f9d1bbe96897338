using Microsoft.EntityFrameworkCore;

namespace DoOAuth.Sandbox.Authorization;

/// <summary>Clients, authorizations and tokens, in memory.</summary>
internal sealed class OAuthState(DbContextOptions<OAuthState> options) : DbContext(options);
