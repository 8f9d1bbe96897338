using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IdentitySample;

/// <summary>The app's own accounts, and which account at DigitalOcean is linked to each.</summary>
internal sealed class Accounts(DbContextOptions<Accounts> options) : IdentityDbContext(options);
