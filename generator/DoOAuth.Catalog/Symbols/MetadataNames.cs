namespace DoOAuth.Catalog.Symbols;

/// <summary>Metadata names of the types that the generator and the rules look for.</summary>
internal static class MetadataNames
{
    public const string DigitalOceanOAuthAttribute = "DoOAuth.DigitalOceanOAuthAttribute";
    public const string DigitalOceanOptions = "DoOAuth.DigitalOceanOptions";
    public const string DigitalOceanSignIn = "DoOAuth.DigitalOceanSignIn";
    public const string DigitalOceanFailure = "DoOAuth.DigitalOceanFailure";
    public const string CookieAuthenticationOptions = "Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions";
    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string Task = "System.Threading.Tasks.Task";
    public const string TaskOfT = "System.Threading.Tasks.Task`1";
    public const string IResult = "Microsoft.AspNetCore.Http.IResult";
}
