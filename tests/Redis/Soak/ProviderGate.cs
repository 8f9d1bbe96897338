using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using DoOAuth.Sandbox;
using DoOAuth.Sandbox.Faults;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Yarp.ReverseProxy.Forwarder;

namespace DoOAuth.Redis.Tests.Soak;

/// <summary>
/// Stands before the sandbox, at an address for each instance, and notes every refresh that passes. Lets one in ten of them fail, in each of
/// the ways in which the sandbox fails without carrying out what it was asked for.
/// </summary>
internal sealed class ProviderGate : IAsyncDisposable
{
    private static readonly string[] Failures = ["status@refresh=503*1", "drop@refresh*1", "html@refresh*1", "broken-json@refresh*1", "foreign-shape@refresh*1"];

    private readonly WebApplication _app;
    private readonly DigitalOceanSandbox _sandbox;
    private readonly HttpMessageInvoker _client = Forwarding.NewClient();
    private readonly ConcurrentDictionary<string, TokenLife> _issued = new();
    private readonly ConcurrentDictionary<string, bool> _refused = new();
    private readonly ConcurrentQueue<Refresh> _refreshes = new();
    private int _asked;

    private ProviderGate(WebApplication app, DigitalOceanSandbox sandbox)
    {
        _app = app;
        _sandbox = sandbox;
    }

    public IReadOnlyList<Refresh> Refreshes => [.. _refreshes];

    /// <summary>How many sign-ins got their tokens.</summary>
    public int SignIns => _issued.Count - _refreshes.Count(refresh => refresh.Succeeded);

    /// <summary>Whether the API has refused the access token: the provider's clock counts whole seconds.</summary>
    public bool WasRefused(TokenLife life) => _refused.ContainsKey(life.AccessToken);

    /// <summary>Whether one answer in ten fails.</summary>
    public bool IsFailing { get; set; } = true;

    public static async Task<ProviderGate> StartAsync(DigitalOceanSandbox sandbox, int instances)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            for (var i = 0; i < instances; i++)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
        });
        builder.Services.AddHttpForwarder();
        var app = builder.Build();
        var gate = new ProviderGate(app, sandbox);
        app.Run(gate.PassAsync);
        await app.StartAsync();
        return gate;
    }

    /// <summary>The configuration that points an instance here.</summary>
    public IReadOnlyDictionary<string, string?> ConfigurationOf(int instance)
    {
        var configuration = _sandbox.Configuration.ToDictionary();
        configuration["DigitalOcean:Authority"] = configuration["DigitalOcean:ApiBaseAddress"] = _app.Urls.ElementAt(instance);
        return configuration;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private Task PassAsync(HttpContext context) => context.Request.Path == "/v1/oauth/token" ? PassTokenAsync(context) : ForwardAsync(context);

    private async Task ForwardAsync(HttpContext context)
    {
        await context.RequestServices.GetRequiredService<IHttpForwarder>().SendAsync(
            context, _sandbox.Address.AbsoluteUri, _client, ForwarderRequestConfig.Empty, Forwarding.Instance);
        if (context.Response.StatusCode == StatusCodes.Status401Unauthorized && context.Request.Headers.Authorization is [{ } bearer])
        {
            _refused.TryAdd(bearer["Bearer ".Length..], true);
        }
    }

    private async Task PassTokenAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var form = await reader.ReadToEndAsync();
        var spent = QueryHelpers.ParseQuery(form).TryGetValue("refresh_token", out var token) ? token.ToString() : null;
        if (spent is not null && Interlocked.Increment(ref _asked) % 10 == 0 && IsFailing)
        {
            _sandbox.Faults.Add(Failures[_asked / 10 % Failures.Length]);
        }

        var asked = DateTime.UtcNow;
        var (status, body) = await SendAsync(form);
        var next = status == StatusCodes.Status200OK ? NoteIssued(body, asked) : null;

        if (spent is not null)
        {
            _refreshes.Enqueue(new Refresh(InstanceOf(context), spent, _issued[spent], asked, DateTime.UtcNow, status, next));
        }

        if (status == 0)
        {
            context.Abort();
            return;
        }

        await Answer.Bytes(context, status, "application/json", body);
    }

    // To the end, also when the instance dies meanwhile: the provider does not take a token back.
    private async Task<(int Status, byte[] Body)> SendAsync(string form)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_sandbox.Address, "/v1/oauth/token"));
            request.Content = new StringContent(form, mediaType: new("application/x-www-form-urlencoded"));
            using var response = await _client.SendAsync(request, CancellationToken.None);
            return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return (0, []);
        }
    }

    private string? NoteIssued(byte[] body, DateTime asked)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var answer = json.RootElement;
            if (!answer.TryGetProperty("refresh_token", out var refreshToken))
            {
                return null;
            }

            _issued[refreshToken.GetString()!] = new TokenLife(
                answer.GetProperty("access_token").GetString()!, asked, TimeSpan.FromSeconds(answer.GetProperty("expires_in").GetDouble()));
            return refreshToken.GetString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private int InstanceOf(HttpContext context) => _app.Urls.ToList().FindIndex(url => new Uri(url).Port == context.Connection.LocalPort);
}
