using System.Diagnostics.Metrics;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Logging;

namespace DoOAuth.Tests;

/// <summary>Guards are requirements among others: code that takes part in the framework's authorization takes part in them too.</summary>
public sealed class Guards_beside_the_frameworks_authorization : ScriptedTests
{
    private const string Attempts = "aspnetcore.authorization.attempts";

    private static void Map(WebApplication app)
    {
        app.MapGet("/droplets", (ClaimsPrincipal user) => user.Identity!.Name).RequireDropletRead();
        app.MapGet("/named", () => "named").RequireDropletRead().RequireAuthorization(policy => policy.RequireClaim(ClaimTypes.Name, "Nobody"));
    }

    private async Task<Page> AskAsync(string path, Action<WebApplicationBuilder>? build = null)
    {
        var app = await StartAsync(Map, build: build);
        using var browser = await app.SignedInAsync();
        return await browser.GetAsync(path);
    }

    [Fact]
    public async Task The_apps_own_way_of_evaluating_is_asked()
    {
        var evaluator = new CountingEvaluator();
        Assert.Equal(200, (await AskAsync("/droplets", builder => builder.Services.AddSingleton<IAuthorizationEvaluator>(evaluator))).Status);
        Assert.Equal(1, evaluator.Asked);
    }

    [Fact]
    public async Task Another_requirement_on_the_same_endpoint_counts()
    {
        Assert.Equal(403, (await AskAsync("/named")).Status);
    }

    [Fact]
    public async Task A_handler_of_the_apps_own_may_refuse_what_a_guard_lets_through()
    {
        Assert.Equal(403, (await AskAsync("/droplets", builder => builder.Services.AddScoped<IAuthorizationHandler, Refusing>())).Status);
    }

    [Fact]
    public async Task An_evaluator_of_the_apps_own_takes_the_place_of_ours()
    {
        Assert.Equal(403, (await AskAsync("/droplets", builder => builder.Services.AddTransient<IPolicyEvaluator, Closed>())).Status);
    }

    [Fact]
    public async Task A_user_that_the_app_has_put_in_place_of_the_sessions_is_not_taken_for_it()
    {
        var app = await StartAsync(app =>
        {
            app.UseAuthentication();
            app.Use((context, next) =>
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Somebody else")], "Impersonation"));
                return next(context);
            });
            app.UseAuthorization();
            Map(app);
        });
        using var browser = await app.SignedInAsync();

        // A guard authenticates with its own scheme, whichever user another scheme found.
        Assert.Equal("Sammy the Shark", (await browser.GetAsync("/droplets")).Body);
    }

    [Fact]
    public async Task Whoever_listens_hears_of_attempts_that_succeed()
    {
        var app = await StartAsync(Map);
        using var browser = await app.SignedInAsync();
        var heard = 0;
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, it) =>
            {
                if (instrument.Name == Attempts && instrument.Meter.Scope == meters)
                {
                    it.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref heard, (int)count));
        listener.Start();
        Assert.Equal(200, (await browser.GetAsync("/droplets")).Status);

        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task The_log_of_authorization_tells_of_attempts_that_succeed()
    {
        var app = await StartAsync(Map, build: builder => builder.Logging.AddFilter("Microsoft.AspNetCore.Authorization", LogLevel.Debug));
        using var browser = await app.SignedInAsync();
        await browser.GetAsync("/droplets");

        Assert.Contains(app.Logs.Lines, line => line.Message.Contains("Authorization was successful", StringComparison.Ordinal));
    }

    private sealed class CountingEvaluator : IAuthorizationEvaluator
    {
        public int Asked { get; private set; }

        public AuthorizationResult Evaluate(AuthorizationHandlerContext context)
        {
            Asked++;
            return context.HasSucceeded ? AuthorizationResult.Success() : AuthorizationResult.Failed();
        }
    }

    private sealed class Refusing : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            context.Fail();
            return Task.CompletedTask;
        }
    }

    private sealed class Closed : IPolicyEvaluator
    {
        public Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context) => Task.FromResult(AuthenticateResult.NoResult());

        public Task<PolicyAuthorizationResult> AuthorizeAsync(AuthorizationPolicy policy, AuthenticateResult authenticationResult, HttpContext context, object? resource) =>
            Task.FromResult(PolicyAuthorizationResult.Forbid());
    }
}
