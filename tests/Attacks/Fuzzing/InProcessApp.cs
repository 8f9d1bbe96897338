using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Tests.Fuzzing;

/// <summary>The app under test in this process, with both annotated classes: what goes over a port is proved elsewhere, and slower.</summary>
internal sealed class InProcessApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private InProcessApp(WebApplication app, LogWatch log, FakeTimeProvider time)
    {
        _app = app;
        Log = log;
        Time = time;
    }

    public LogWatch Log { get; }

    public FakeTimeProvider Time { get; }

    public static async Task<InProcessApp> StartAsync(HttpMessageHandler provider)
    {
        var log = new LogWatch();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(from section in new[] { "DigitalOcean", "Admin" }
                                                    from key in new[] { "ClientId", "ClientSecret" }
                                                    select KeyValuePair.Create($"{section}:{key}", (string?)(key == "ClientId" ? "the-client" : Markers.Secret)));
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.AddDropletDeck();
        builder.AddAdminDeck();
        builder.Services.ConfigureAll<DigitalOceanOptions>(options =>
        {
            options.BackchannelHttpHandler = provider;

            // A busy machine is no fault of the provider's.
            options.BackchannelTimeout = TimeSpan.FromMinutes(2);
        });
        var app = builder.Build();
        app.MapDropletDeck();
        app.MapAdminDeck();
        await app.StartAsync();
        return new InProcessApp(app, log, time);
    }

    /// <summary>Sends a request whose query is taken as it is, whether a client could send it or not.</summary>
    public async Task<InProcessAnswer> GetAsync(string path, string query = "", string? cookies = null, string accept = "application/json")
    {
        var context = await _app.GetTestServer().SendAsync(context =>
        {
            context.Request.Method = HttpMethods.Get;
            context.Request.Scheme = "http";
            context.Request.Host = new HostString("localhost");
            context.Request.Path = path;
            context.Request.QueryString = new QueryString(query);
            context.Request.Headers.Accept = accept;
            context.Request.Headers.Cookie = cookies;
        });
        using var reader = new StreamReader(context.Response.Body, Encoding.UTF8);
        return new InProcessAnswer(context.Response.StatusCode, context.Response.Headers, await reader.ReadToEndAsync());
    }

    /// <summary>Begins a sign-in, as far as the state and the cookie that belongs to it.</summary>
    public async Task<BegunSignIn> BeginAsync(string login = "/login")
    {
        var answer = await GetAsync(login);
        var state = QueryHelpers.ParseQuery(new Uri(answer.Headers.Location.ToString()).Query)["state"].ToString();
        return new BegunSignIn(state, answer.Headers.SetCookie.ToString().Split(';')[0]);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>An answer of the app under test.</summary>
internal sealed record InProcessAnswer(int Status, IHeaderDictionary Headers, string Body)
{
    private const string SessionCookie = ".DoOAuth.DropletDeck=";

    /// <summary>The session's cookie, where the answer sets one.</summary>
    public string? Session => Headers.SetCookie
        .Where(cookie => cookie!.StartsWith(SessionCookie, StringComparison.Ordinal) && cookie[SessionCookie.Length] != ';')
        .Select(cookie => cookie!.Split(';')[0]).FirstOrDefault();

    public override string ToString() =>
        $"{Status}\n{string.Join('\n', Headers.Select(header => $"{header.Key}: {header.Value}"))}\n\n{Body}";
}

/// <summary>What a browser holds on its way through DigitalOcean.</summary>
internal sealed record BegunSignIn(string State, string Cookie);
