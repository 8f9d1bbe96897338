using DoOAuth.Catalog.Embedded;

namespace DoOAuth.Analyzers.Reporting;

/// <summary>The description of DigitalOcean's API that the rules know. DigitalOcean may have added to the API since.</summary>
internal static class ApiDescription
{
    /// <summary>The API and the date of its description, as in <c>DigitalOcean's API as of 2026-12-31</c>.</summary>
    public static string Name { get; } = $"DigitalOcean's API as of {BundledCatalogs.ApiDate}";
}
