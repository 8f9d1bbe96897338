using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using DoOAuth.Tests.Harness;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DoOAuth.Tests;

/// <summary>Options are read as the framework reads them.</summary>
public sealed class Options_in_an_app : ScriptedTests
{
    [Fact]
    public async Task An_apps_own_factory_makes_all_of_them()
    {
        var made = new ConcurrentBag<Type>();
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration,
            builder =>
            {
                builder.Services.AddSingleton(made);
                builder.Services.AddSingleton(typeof(IOptionsFactory<>), typeof(OwnFactory<>));
                builder.AddDropletDeck();
            },
            static app => app.MapDropletDeck()));
        using var browser = await app.SignedInAsync();

        Assert.Contains(typeof(DigitalOceanOptions), made);
        Assert.Contains(typeof(CookieAuthenticationOptions), made);
    }

    [Fact]
    public async Task What_the_configuration_says_of_logs_is_followed_when_it_changes()
    {
        IConfigurationRoot? configuration = null;
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration,
            builder =>
            {
                configuration = builder.Configuration;
                builder.Logging.AddConsole();
                builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
                builder.Configuration["Logging:LogLevel:Followed"] = "Error";
                builder.AddDropletDeck();
            },
            static app => app.MapDropletDeck()));
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Followed");
        Assert.False(logger.IsEnabled(LogLevel.Information));

        configuration!["Logging:LogLevel:Followed"] = "Information";
        configuration.Reload();

        Assert.True(logger.IsEnabled(LogLevel.Information));
    }

    [Fact]
    public async Task What_is_set_up_for_a_request_is_in_its_snapshot()
    {
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration,
            builder =>
            {
                builder.Services.AddScoped<Tenant>();
                builder.Services.AddScoped<IConfigureOptions<ProblemDetailsOptions>, TenantSetup>();
                builder.AddDropletDeck();
            },
            static app => app.MapDropletDeck()));
        await using var scope = app.Services.CreateAsyncScope();

        var options = scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<ProblemDetailsOptions>>().Value;

        Assert.Same(scope.ServiceProvider.GetRequiredService<Tenant>(), options.CustomizeProblemDetails!.Target);
    }

    private sealed class Tenant
    {
        private readonly string _name = Guid.NewGuid().ToString();

        public void Describe(ProblemDetailsContext context) => context.ProblemDetails.Instance = _name;
    }

    private sealed class TenantSetup(Tenant tenant) : IConfigureOptions<ProblemDetailsOptions>
    {
        public void Configure(ProblemDetailsOptions options) => options.CustomizeProblemDetails = tenant.Describe;
    }

    private sealed class OwnFactory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        ConcurrentBag<Type> made,
        IEnumerable<IConfigureOptions<TOptions>> setups,
        IEnumerable<IPostConfigureOptions<TOptions>> postConfigures,
        IEnumerable<IValidateOptions<TOptions>> validations) : OptionsFactory<TOptions>(setups, postConfigures, validations)
        where TOptions : class
    {
        protected override TOptions CreateInstance(string name)
        {
            made.Add(typeof(TOptions));
            return base.CreateInstance(name);
        }
    }
}
