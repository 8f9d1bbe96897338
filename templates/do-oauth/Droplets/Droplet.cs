namespace DoOAuthApp_Namespace.Droplets;

/// <summary>The properties of a droplet that this app shows. DigitalOcean's API returns more.</summary>
public sealed record Droplet(long Id, string Name, string Status, string SizeSlug, Region? Region);

/// <summary>The region of a droplet.</summary>
public sealed record Region(string Slug, string Name);

/// <summary>The response of <c>GET /v2/droplets</c>.</summary>
public sealed record DropletList(IReadOnlyList<Droplet> Droplets);
#if (CanCreateDroplets)

/// <summary>The request of <c>POST /v2/droplets</c>.</summary>
public sealed record NewDroplet(string Name, string Region = "fra1", string Size = "s-1vcpu-1gb", string Image = "ubuntu-24-04-x64");

/// <summary>The response of <c>POST /v2/droplets</c>.</summary>
public sealed record DropletCreated(Droplet Droplet);
#endif
