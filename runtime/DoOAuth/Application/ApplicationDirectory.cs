using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>The applications that were added to this host.</summary>
internal sealed class ApplicationDirectory(IEnumerable<DigitalOceanApplication> applications)
{
    private readonly DigitalOceanApplication[] _all = [.. applications];

    /// <summary>The only application, or null if there are several.</summary>
    public DigitalOceanApplication? Sole => _all.Length == 1 ? _all[0] : null;

    public IReadOnlyList<DigitalOceanApplication> All => _all;

    public DigitalOceanApplication? Find(string? scheme) => scheme is null
        ? Sole
        : Array.Find(_all, application => string.Equals(application.Scheme, scheme, StringComparison.Ordinal));

    /// <summary>Gets the application that the endpoint's guard names, or else the only one.</summary>
    /// <param name="endpoint">The endpoint of a request.</param>
    /// <param name="wanted">What was requested, for the error message.</param>
    /// <exception cref="InvalidOperationException">There are several applications, and the endpoint names none.</exception>
    public DigitalOceanApplication Of(Endpoint? endpoint, string wanted) => Find(endpoint?.Metadata.GetMetadata<IApplicationMetadata>()?.Scheme)
        ?? RequireSole(wanted, scheme => $"a guard on the endpoint that names its application, such as [RequireScope(…, Scheme = \"{scheme}\")],");

    /// <summary>Gets the only application.</summary>
    /// <param name="wanted">What was requested, for the error message.</param>
    /// <param name="instead">What to write instead, for a given scheme.</param>
    /// <exception cref="InvalidOperationException">There are several applications.</exception>
    public DigitalOceanApplication RequireSole(string wanted, Func<string, string> instead) => Sole ?? throw new InvalidOperationException(
        $"{wanted} is ambiguous: several applications are registered ({string.Join(", ", _all.Select(a => a.Scheme))}). "
        + $"Use {instead(_all[0].Scheme)} instead.");
}
