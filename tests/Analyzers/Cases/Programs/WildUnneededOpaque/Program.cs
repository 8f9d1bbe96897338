using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.MapGet("/report", (Report report) => report.WriteAsync()).RequireUptimeRead();
app.Run();

// Which operations the configuration names is out of sight: no scope may be called unneeded.
public class Report(DigitalOceanClient client, IConfiguration configuration)
{
    public async Task<string> WriteAsync()
    {
        var texts = new List<string> { await client.GetStringAsync("/v2/uptime/checks") };
        foreach (var path in configuration.GetSection("Report:Paths").Get<string[]>() ?? [])
        {
            texts.Add(await client.GetStringAsync(path));
        }

        return string.Join('\n', texts);
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Uptime.Read)]
[DigitalOceanScope(Scopes.Nfs.Read)]
[DigitalOceanScope(Scopes.Cdn.Read, Optional = true)]
public static partial class Deck;
