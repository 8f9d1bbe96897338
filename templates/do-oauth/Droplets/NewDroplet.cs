using DoOAuth.Api.Models;

namespace DoOAuthApp_Namespace.Droplets;

/// <summary>What a user says about a new droplet. All else is the same for every droplet of this app.</summary>
public sealed record NewDroplet(string Name)
{
    public DropletSingleCreate ToRequest() => new() { Name = Name, Region = "fra1", Size = "s-1vcpu-1gb", Image = "ubuntu-24-04-x64" };
}
