using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;
using MediatR;
using Tide;
using Tide.Features.Certificates;
using Tide.Features.Firewalls;
using Tide.Features.Overview;
using DoOAuth;

// An ordinary app of vertical slices with commands and queries: nothing may be reported.
var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddControllers();
builder.Services.AddMemoryCache();
builder.Services.AddSingleton(Channel.CreateUnbounded<Notice>());
builder.Services.AddHostedService<NoticeWriter>();
builder.Services.AddScoped<PagedApi>();
builder.Services.AddHttpClient("status", client => client.BaseAddress = new Uri("https://status.example.com/"));
var app = builder.Build();
app.MapDeck();
app.MapControllers();
foreach (var slice in typeof(Program).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(ISlice))))
{
    ((ISlice)Activator.CreateInstance(slice)!).Map(app);
}

app.MapGet("/status", async (IHttpClientFactory factory, CancellationToken cancel) =>
{
    var client = factory.CreateClient("status");
    return Results.Text(await client.GetStringAsync("v2/summary.json", cancel));
});
app.Run();

namespace Tide
{
    public interface ISlice { void Map(IEndpointRouteBuilder routes); }
    public sealed record Notice(string Text);

    public sealed class NoticeWriter(Channel<Notice> channel, ILogger<NoticeWriter> logger) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await foreach (var notice in channel.Reader.ReadAllAsync(stoppingToken))
            {
                logger.LogInformation("{Notice}", notice.Text);
            }
        }
    }

    public sealed class PagedApi(DigitalOceanClient client)
    {
        public async IAsyncEnumerable<T> AllAsync<T>(string path, Func<Page<T>, IEnumerable<T>> items, [EnumeratorCancellation] CancellationToken cancel = default)
        {
            for (var page = 1; ; page++)
            {
                var body = await client.GetFromJsonAsync<Page<T>>($"{path}?page={page}", cancel);
                if (body is null)
                {
                    yield break;
                }

                foreach (var item in items(body))
                {
                    yield return item;
                }

                if (body.Links?.Next is null)
                {
                    yield break;
                }
            }
        }
    }

    public sealed record Page<T>(T[] Items, Links? Links);
    public sealed record Links(string? Next);
}

namespace Tide.Features.Certificates
{
    public static class ListCertificates
    {
        public sealed record Query(string? Name) : IRequest<IReadOnlyList<Item>>;
        public sealed record Item(Guid Id, string Name);

        public sealed class Handler(PagedApi api, IMemoryCache cache) : IRequestHandler<Query, IReadOnlyList<Item>>
        {
            public async Task<IReadOnlyList<Item>> Handle(Query request, CancellationToken cancellationToken)
            {
                var all = await cache.GetOrCreateAsync("certificates", entry =>
                {
                    entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
                    return LoadAsync(cancellationToken);
                });
                return [.. (all ?? []).Where(item => request.Name is null || item.Name == request.Name)];
            }

            private async Task<List<Item>> LoadAsync(CancellationToken cancel)
            {
                List<Item> items = [];
                await foreach (var item in api.AllAsync<Item>("/v2/certificates", page => page.Items, cancel))
                {
                    items.Add(item);
                }

                return items;
            }
        }

        public sealed class Slice : ISlice
        {
            public void Map(IEndpointRouteBuilder routes) => routes
                .MapGet("/certificates", (ISender sender, string? name, CancellationToken cancel) => sender.Send(new Query(name), cancel))
                .RequireCertificateRead()
                .WithSummary("Lists certificates");
        }
    }

    public static class RenewCertificate
    {
        public sealed record Command(string Name, string[] Domains) : IRequest<bool>;

        public sealed class Handler(DigitalOceanClient client, DigitalOceanUser user, Channel<Notice> notices) : IRequestHandler<Command, bool>
        {
            public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
            {
                if (!user.HasScope(Scopes.Certificate.Create))
                {
                    return false;
                }

                using var response = await client.PostAsJsonAsync("/v2/certificates", new { name = request.Name, type = "lets_encrypt", dns_names = request.Domains }, cancellationToken);
                await notices.Writer.WriteAsync(new Notice(request.Name), cancellationToken);
                return response.IsSuccessStatusCode;
            }
        }

        public sealed class Slice : ISlice
        {
            public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/certificates", HandleAsync);

            private static async Task<IResult> HandleAsync(Command command, ISender sender, CancellationToken cancel) =>
                await sender.Send(command, cancel) ? Results.Accepted() : Results.Redirect(Deck.Links.Login("/certificates", Scopes.Certificate.Create));
        }
    }
}

namespace Tide.Features.Firewalls
{
    [ApiController]
    [Route("api/firewalls")]
    [RequireScope(Scopes.Firewall.Read)]
    public sealed class FirewallsController(ISender sender) : ControllerBase
    {
        [HttpGet("{id:guid}")]
        [ProducesResponseType<FirewallView>(200)]
        public async Task<ActionResult<FirewallView>> Get(Guid id, CancellationToken cancel) => await sender.Send(new GetFirewall(id), cancel) is { } view ? view : NotFound();

        [HttpPut("{id:guid}")]
        [RequireScope(Scopes.Firewall.Update)]
        public async Task<IActionResult> Put(Guid id, [FromBody] FirewallView view, CancellationToken cancel)
        {
            if (id != view.Id)
            {
                return BadRequest();
            }

            await sender.Send(new UpdateFirewall(view), cancel);
            return NoContent();
        }
    }

    public sealed record FirewallView(Guid Id, string Name);
    public sealed record GetFirewall(Guid Id) : IRequest<FirewallView?>;
    public sealed record UpdateFirewall(FirewallView View) : IRequest<bool>;

    internal sealed class GetFirewallHandler(DigitalOceanClient client) : IRequestHandler<GetFirewall, FirewallView?>
    {
        public Task<FirewallView?> Handle(GetFirewall request, CancellationToken cancellationToken) => client.GetFromJsonAsync<FirewallView>($"/v2/firewalls/{request.Id}", cancellationToken);
    }

    internal sealed class UpdateFirewallHandler(DigitalOceanClient client) : IRequestHandler<UpdateFirewall, bool>
    {
        public async Task<bool> Handle(UpdateFirewall request, CancellationToken cancellationToken)
        {
            using var message = new HttpRequestMessage(HttpMethod.Put, $"/v2/firewalls/{request.View.Id}") { Content = JsonContent.Create(request.View) };
            message.Headers.TryAddWithoutValidation("X-Trace", Guid.NewGuid().ToString("N"));
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode;
        }
    }
}

namespace Tide.Features.Overview
{
    public sealed record Tile(string Name, int Count);
    public sealed record GetOverview : IRequest<IReadOnlyList<Tile>>;

    public sealed class GetOverviewHandler(DigitalOceanClient client, DigitalOceanUser user) : IRequestHandler<GetOverview, IReadOnlyList<Tile>>
    {
        private static readonly (string Name, string Scope, string Path)[] Sources =
        [
            ("Certificates", Scopes.Certificate.Read, "/v2/certificates?per_page=1"),
            ("Firewalls", Scopes.Firewall.Read, "/v2/firewalls?per_page=1"),
        ];

        public async Task<IReadOnlyList<Tile>> Handle(GetOverview request, CancellationToken cancellationToken)
        {
            List<Tile> tiles = [];
            foreach (var (name, scope, path) in Sources)
            {
                if (user.HasScope(scope))
                {
                    var total = await client.GetFromJsonAsync<Total>(path, cancellationToken);
                    tiles.Add(new Tile(name, total?.Meta.Total ?? 0));
                }
            }

            return tiles;
        }

        private sealed record Total(Meta Meta);
        private sealed record Meta(int Total);
    }

    public sealed class Slice : ISlice
    {
        public void Map(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/", (ISender sender, CancellationToken cancel) => sender.Send(new GetOverview(), cancel)).RequireAuthorization();
            routes.MapGet("/me", async (DigitalOceanClient client) => Results.Text(await client.GetStringAsync("/v2/account"), "application/json")).RequireAccountRead();
        }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Certificate.Read)]
[DigitalOceanScope(Scopes.Certificate.Create, Optional = true)]
[DigitalOceanScope(Scopes.Firewall.Read)]
[DigitalOceanScope(Scopes.Firewall.Update, Optional = true)]
public static partial class Deck;
