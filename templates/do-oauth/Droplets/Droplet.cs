namespace DoOAuthApp_Namespace.Droplets;

/// <summary>A droplet, as far as this app shows it; DigitalOcean's API says more.</summary>
public sealed record Droplet(long Id, string Name, string Status, string SizeSlug, Region? Region);

/// <summary>Where a droplet runs.</summary>
public sealed record Region(string Slug, string Name);

/// <summary>The answer of <c>GET /v2/droplets</c>.</summary>
public sealed record DropletList(IReadOnlyList<Droplet> Droplets);
#if (CanCreateDroplets)

/// <summary>What <c>POST /v2/droplets</c> asks for.</summary>
public sealed record NewDroplet(string Name, string Region = "fra1", string Size = "s-1vcpu-1gb", string Image = "ubuntu-24-04-x64");

/// <summary>The answer of <c>POST /v2/droplets</c>.</summary>
public sealed record DropletCreated(Droplet Droplet);
#endif
