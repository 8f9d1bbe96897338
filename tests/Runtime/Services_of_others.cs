using System.Collections.Concurrent;
using DoOAuth.Tests.Harness;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DoOAuth.Tests;

/// <summary>What other libraries and the app register counts, whether they come before us or after.</summary>
public sealed class Services_of_others : ScriptedTests
{
    // Services that an app has several of: one more takes nobody's place.
    private static readonly Type[] Several =
    [
        typeof(IConfigureOptions<>), typeof(IPostConfigureOptions<>), typeof(IValidateOptions<>), typeof(IAuthorizationHandler), typeof(IExceptionHandler),
        typeof(IDeveloperPageExceptionFilter), typeof(IStartupFilter),
    ];

    [Fact]
    public void Nothing_that_is_registered_before_is_taken_away()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddDataProtection();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication().AddCookie();
        ServiceDescriptor[] before = [.. builder.Services];

        builder.AddDropletDeck();

        Assert.Equal(before, builder.Services.Take(before.Length));
    }

    [Fact]
    public void No_service_of_the_frameworks_is_ours()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddDropletDeck();

        var ours = builder.Services.Where(service => !service.IsKeyedService && IsOurs(ImplementationOf(service)) && !IsOurs(service.ServiceType));

        Assert.All(ours, service => Assert.Contains(service.ServiceType.IsGenericType ? service.ServiceType.GetGenericTypeDefinition() : service.ServiceType, Several));
        Assert.NotEmpty(ours);
    }

    [Fact]
    public void What_evaluates_policies_is_the_frameworks()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddDropletDeck();

        Assert.Equal(typeof(PolicyEvaluator), builder.Services.Last(service => service.ServiceType == typeof(IPolicyEvaluator)).ImplementationType);
    }

    // As multi-tenant libraries do, for whom each tenant has options of its own.
    [Fact]
    public async Task A_cache_of_options_that_a_library_adds_later_is_used()
    {
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration,
            static builder =>
            {
                builder.AddDropletDeck();
                builder.Services.TryAddSingleton<IOptionsMonitorCache<CookieAuthenticationOptions>, TenantCache>();
            },
            static app => app.MapDropletDeck()));
        using var browser = await app.SignedInAsync();

        var cache = Assert.IsType<TenantCache>(app.Services.GetRequiredService<IOptionsMonitorCache<CookieAuthenticationOptions>>());
        Assert.Contains(DropletDeck.Scheme + ".Session", cache.Asked.Keys);
    }

    [Fact]
    public async Task A_factory_of_options_that_a_library_adds_later_makes_them()
    {
        var app = Keep(await TestApp.StartAsync(
            Provider.Configuration,
            static builder =>
            {
                builder.AddDropletDeck();
                builder.Services.AddSingleton(new ConcurrentBag<Type>());
                builder.Services.AddTransient(typeof(IOptionsFactory<>), typeof(ListingFactory<>));
            },
            static app => app.MapDropletDeck()));
        using var browser = await app.SignedInAsync();

        var made = app.Services.GetRequiredService<ConcurrentBag<Type>>();
        Assert.Contains(typeof(DigitalOceanOptions), made);
        Assert.Contains(typeof(CookieAuthenticationOptions), made);
        Assert.Contains(typeof(AuthorizationOptions), made);
    }

    private static bool IsOurs(Type? type) => type?.Assembly == typeof(DigitalOceanOptions).Assembly && !type.IsGenericTypeDefinition;

    private static Type? ImplementationOf(ServiceDescriptor service) =>
        service.ImplementationType ?? service.ImplementationInstance?.GetType() ?? service.ImplementationFactory?.Method.ReturnType;

    private sealed class TenantCache : IOptionsMonitorCache<CookieAuthenticationOptions>
    {
        private readonly OptionsCache<CookieAuthenticationOptions> _cache = new();

        public ConcurrentDictionary<string, bool> Asked { get; } = [];

        public CookieAuthenticationOptions GetOrAdd(string? name, Func<CookieAuthenticationOptions> createOptions)
        {
            Asked[name ?? ""] = true;
            return _cache.GetOrAdd(name, createOptions);
        }

        public bool TryAdd(string? name, CookieAuthenticationOptions options) => _cache.TryAdd(name, options);

        public bool TryRemove(string? name) => _cache.TryRemove(name);

        public void Clear() => _cache.Clear();
    }

    private sealed class ListingFactory<TOptions>(
        ConcurrentBag<Type> made,
        IEnumerable<IConfigureOptions<TOptions>> setups,
        IEnumerable<IPostConfigureOptions<TOptions>> postConfigures,
        IEnumerable<IValidateOptions<TOptions>> validations) : OptionsFactory<TOptions>(setups, postConfigures, validations)
        where TOptions : class, new()
    {
        protected override TOptions CreateInstance(string name)
        {
            made.Add(typeof(TOptions));
            return base.CreateInstance(name);
        }
    }
}
