using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DoOAuth;

/// <summary>
/// Reports, when the app starts, which configuration key is missing or not valid, and what fixes it: in development a command, elsewhere the
/// environment variable, because user secrets are read in development only.
/// </summary>
internal sealed class OptionsValidation(DigitalOceanApplication application, IHostEnvironment environment) : IValidateOptions<DigitalOceanOptions>
{
    public ValidateOptionsResult Validate(string? name, DigitalOceanOptions options)
    {
        if (name != application.Scheme)
        {
            return ValidateOptionsResult.Skip;
        }

        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.ClientId) && !BuildTool.IsRunning)
        {
            failures.Add(
                $"{Key("ClientId")} is missing. Register an application at https://cloud.digitalocean.com/account/api/applications, then {ToSet("ClientId", "<client id>")}");
        }

        CheckAddress("Authority", options.Authority, DigitalOceanOptions.DefaultAuthority, failures);
        CheckAddress("ApiBaseAddress", options.ApiBaseAddress, DigitalOceanOptions.DefaultApiBaseAddress, failures);
        if (!options.UsePkce && string.IsNullOrEmpty(options.ClientSecret) && !BuildTool.IsRunning)
        {
            failures.Add(
                $"{Key("ClientSecret")} is missing, but PKCE is off. Turn PKCE on, or {ToSet("ClientSecret", "<client secret>")}");
        }

        failures.AddRange(options.TrustedOrigins.Select(TrustedOrigin.Fault).OfType<string>()
            .Select(fault => $"{nameof(DigitalOceanOptions)}.{nameof(options.TrustedOrigins)} of {application.Scheme} {fault}"));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private void CheckAddress(string key, string? value, string usual, List<string> failures)
    {
        if (Fault(value) is { } fault)
        {
            failures.Add($"{Key(key)} {fault} Omit it to use {usual}, or {ToSet(key, usual)}");
        }
    }

    private static string? Fault(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || !Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return "must be an absolute address.";
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return "must not contain user information, a query or a fragment.";
        }

        return uri.Scheme switch
        {
            "https" => null,
            "http" when LoopbackAwareCookieBuilder.IsLoopback(uri.Host) => null,
            "http" => "must use https. Only addresses on this machine (localhost) can use http.",
            _ => "must use https.",
        };
    }

    private string ToSet(string key, string value) => environment.IsDevelopment()
        ? $"run: dotnet user-secrets set \"{Key(key)}\" \"{value}\""
        : $"set the environment variable {Key(key).Replace(":", "__", StringComparison.Ordinal)} to {value}";

    private string Key(string name) => $"{application.ConfigurationSection}:{name}";
}
