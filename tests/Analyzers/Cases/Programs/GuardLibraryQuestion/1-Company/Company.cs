using DoOAuth;
namespace Company;

public static class Access
{
    public static bool CanReadVpcs(this DigitalOceanUser user) => user.HasScope(Scopes.Vpc.Read);
    public static void Demand(this DigitalOceanUser user, string scope) { if (!user.HasScope(scope)) { throw new UnauthorizedAccessException(); } }
}
