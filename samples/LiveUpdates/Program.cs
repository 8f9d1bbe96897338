using System.Runtime.CompilerServices;
using System.Text.Json;
using DoOAuth;
using LiveUpdates;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
builder.Services.AddSignalR();

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapDropletDeck();
app.MapHub<DropletHub>("/hub").RequireDropletRead();
app.MapGet("/droplet-counts", (DigitalOceanClient digitalOcean, CancellationToken cancel) => TypedResults.ServerSentEvents(CountsAsync(digitalOcean, cancel)))
   .RequireDropletRead();
app.Run();

// A stream lasts for days. Each call uses the session's newest token.
static async IAsyncEnumerable<string> CountsAsync(DigitalOceanClient digitalOcean, [EnumeratorCancellation] CancellationToken cancel)
{
    using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
    var isOver = false;
    do
    {
        string said;
        try
        {
            var answer = await digitalOcean.GetFromJsonAsync<JsonElement>("/v2/droplets", cancel);
            said = $"{answer.GetProperty("meta").GetProperty("total")}";
        }
        catch (DigitalOceanAccessException exception)
        {
            // The response has started with 200, so the reason is an event.
            said = exception.Reason;
            isOver = !exception.IsPassing;
        }

        yield return said;
    }
    while (!isOver && await timer.WaitForNextTickAsync(cancel));
}
