using System.Net.Http.Headers;
using DoOAuth;
using Microsoft.Extensions.Http.Logging;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
builder.Services.AddHttpClient<Logged>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler<Logging>();
builder.Services.AddHttpClient<Traced>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler(() => new Tracing());
builder.Services.AddHttpClient<Asked>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler(services => services.GetRequiredService<Logging>());
builder.Services.AddHttpClient<WithToken>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler<Token>();
builder.Services.AddHttpClient<WithBase>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler<Derived>();
builder.Services.AddHttpClient<WithOther>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler(services => new LoggingHttpMessageHandler(services.GetRequiredService<ILogger<Token>>()));
builder.Services.AddHttpClient<WithHelper>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler<Helped>();
builder.Services.AddHttpClient<WithTwo>(http => http.BaseAddress = new Uri("https://api.digitalocean.com")).AddHttpMessageHandler<Logging>().AddHttpMessageHandler<Token>();
var app = builder.Build();
app.MapDropletDeck();
app.Run();

// case: handlers that log
class Logged(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); } // expect: DOO102 firewall:read

class Traced(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/vpcs"); } // expect: DOO102 vpc:read

class Asked(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/tags"); } // expect: DOO102 tag:read

// case: handlers that set the header, or may
class WithToken(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); }

class WithBase(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); }

class WithOther(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); }

class WithHelper(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); }

class WithTwo(HttpClient http) { public Task<string> List() => http.GetStringAsync("/v2/firewalls"); }

sealed class Logging(ILogger<Logging> logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        logger.LogInformation("{Method} {Address}", request.Method, request.RequestUri);
        var response = await base.SendAsync(request, cancellationToken);
        logger.LogInformation("{Status}", response.StatusCode);
        return response;
    }
}

sealed class Tracing : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("X-Trace", Guid.NewGuid().ToString());
        return base.SendAsync(request, cancellationToken);
    }
}

class Token : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "x");
        return base.SendAsync(request, cancellationToken);
    }
}

sealed class Derived : Token;

sealed class Helped : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Tokens.Apply(request);
        return base.SendAsync(request, cancellationToken);
    }
}

static class Tokens
{
    public static void Apply(HttpRequestMessage request) => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "x");
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class DropletDeck;
