using DoOAuth;
using DoOAuth.Api;

namespace Core;

public static class Reports
{
    public static Task<Thing> OneAsync(DigitalOceanClient client, long id) => client.Droplets.GetAsync(id);

    public static Task DropAsync(DropletsApi droplets, long id) => droplets.DeleteAsync(id);

    public static Task<Thing> WeatherAsync(DigitalOceanClient client) => client.Droplets.WeatherAsync(1);

    public static Task<Thing> MoonsAsync(HttpClient client) => client.Droplets.MoonsAsync();
}

public sealed class Wardrobe(DropletsApi droplets)
{
    public Task<Thing> SavedAsync() => droplets.SavedAsync();
}
