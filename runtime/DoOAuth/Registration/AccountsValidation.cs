using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Reports, when the app starts, that <see cref="DigitalOceanOAuthBuilder.UseAccounts"/> names a scheme without a cookie. The account's sign-out would
/// not end the session with DigitalOcean, and the browser's next user would have it.
/// </summary>
internal sealed class AccountsValidation(DigitalOceanApplication application, string scheme, IOptions<AuthenticationOptions> authentication)
    : IValidateOptions<DigitalOceanOptions>
{
    public ValidateOptionsResult Validate(string? name, DigitalOceanOptions options)
    {
        if (name != application.Scheme)
        {
            return ValidateOptionsResult.Skip;
        }

        var schemes = authentication.Value.SchemeMap;
        if (schemes.TryGetValue(scheme, out var known) && IsCookie(known))
        {
            return ValidateOptionsResult.Success;
        }

        var cookies = schemes.Values.Where(IsCookie).Select(one => one.Name).Where(one => one != application.SessionScheme).ToList();
        var fix = cookies.Contains(IdentityConstants.ApplicationScheme)
            ? $"Call UseAccounts(IdentityConstants.{nameof(IdentityConstants.ApplicationScheme)}) instead."
            : cookies.Count > 0
                ? $"Call UseAccounts(\"{cookies[0]}\") instead, or name the other cookie scheme of your accounts: {string.Join(", ", cookies)}."
                : "The app has no such scheme: add one with AddCookie, or remove UseAccounts.";
        return ValidateOptionsResult.Fail(
            $"UseAccounts(\"{scheme}\") of {application.Scheme} needs the scheme of the cookie that contains the account, but "
            + (known is null ? "the app has no scheme of that name. " : $"the handler of that scheme is {known.HandlerType?.Name}. ") + fix);
    }

    private static bool IsCookie(AuthenticationSchemeBuilder scheme) => scheme.HandlerType?.IsAssignableTo(typeof(CookieAuthenticationHandler)) == true;
}
