using DoOAuth.Sandbox;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DoOAuth.Testing;

/// <summary>
/// Creates clients that are signed in. The app starts the session as after a sign-in at DigitalOcean, with its hooks, its cookie and its stores;
/// only the redirects to DigitalOcean and back are left out. Each client has its own cookies and follows redirects. The app needs
/// <see cref="SandboxWebHost.UseSandbox"/> or <see cref="TestWebHost.UseDigitalOcean"/>.
/// </summary>
public static class SignedInClients
{
    /// <summary>Creates a client that is signed in as Sammy.</summary>
    /// <param name="factory">The app's factory.</param>
    /// <param name="scopes">The scopes that the user granted. Without a scope, these are the declared scopes that are not optional.</param>
    /// <typeparam name="TEntryPoint">A type in the app's assembly, usually <c>Program</c>.</typeparam>
    /// <returns>The client, which the caller disposes.</returns>
    /// <exception cref="ArgumentException">There is no such scope.</exception>
    /// <exception cref="InvalidOperationException">The app does not use a sandbox or a handler, or refuses the user.</exception>
    public static Task<HttpClient> CreateSignedInClientAsync<TEntryPoint>(this WebApplicationFactory<TEntryPoint> factory, params string[] scopes)
        where TEntryPoint : class => factory.CreateSignedInClientAsync(SandboxUser.Sammy, scopes);

    /// <summary>Creates a client that is signed in.</summary>
    /// <param name="factory">The app's factory.</param>
    /// <param name="user">The user.</param>
    /// <param name="scopes">The scopes that the user granted. Without a scope, these are the declared scopes that are not optional.</param>
    /// <typeparam name="TEntryPoint">A type in the app's assembly, usually <c>Program</c>.</typeparam>
    /// <returns>The client, which the caller disposes.</returns>
    /// <exception cref="ArgumentException">There is no such scope, or the sandbox does not have the user.</exception>
    /// <exception cref="InvalidOperationException">The app does not use a sandbox or a handler, or refuses the user.</exception>
    public static Task<HttpClient> CreateSignedInClientAsync<TEntryPoint>(
        this WebApplicationFactory<TEntryPoint> factory, SandboxUser user, params string[] scopes)
        where TEntryPoint : class => factory.CreateSignedInClientAsync(Of(user, scopes));

    /// <summary>Creates a client that is signed in, for an app with several annotated classes.</summary>
    /// <param name="factory">The app's factory.</param>
    /// <param name="signIn">Who is signed in, and what they granted.</param>
    /// <typeparam name="TEntryPoint">A type in the app's assembly, usually <c>Program</c>.</typeparam>
    /// <returns>The client, which the caller disposes.</returns>
    /// <exception cref="ArgumentException">There is no such scope or scheme, or the sandbox does not have the user.</exception>
    /// <exception cref="InvalidOperationException">The app does not use a sandbox or a handler, or refuses the user.</exception>
    public static async Task<HttpClient> CreateSignedInClientAsync<TEntryPoint>(this WebApplicationFactory<TEntryPoint> factory, TestSignIn signIn)
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentNullException.ThrowIfNull(signIn);
        var services = factory.Services;
        if (services.GetRequiredService<IServer>() is not TestServer)
        {
            return await CreateAsync(services, signIn);
        }

        var address = factory.ClientOptions.BaseAddress;
        var cookies = await TestSession.BeginAsync(services, address, signIn);
        return factory.CreateDefaultClient(address, TestBrowser.Handlers(cookies, factory.ClientOptions));
    }

    /// <summary>Creates a client that is signed in as Sammy.</summary>
    /// <param name="host">The app, which has started: a <c>WebApplication</c> on a <c>TestServer</c> or on a real port.</param>
    /// <param name="scopes">The scopes that the user granted. Without a scope, these are the declared scopes that are not optional.</param>
    /// <returns>The client, which the caller disposes.</returns>
    /// <exception cref="ArgumentException">There is no such scope.</exception>
    /// <exception cref="InvalidOperationException">The app does not use a sandbox or a handler, or refuses the user.</exception>
    public static Task<HttpClient> CreateSignedInClientAsync(this IHost host, params string[] scopes) =>
        host.CreateSignedInClientAsync(SandboxUser.Sammy, scopes);

    /// <summary>Creates a client that is signed in.</summary>
    /// <param name="host">The app, which has started: a <c>WebApplication</c> on a <c>TestServer</c> or on a real port.</param>
    /// <param name="user">The user.</param>
    /// <param name="scopes">The scopes that the user granted. Without a scope, these are the declared scopes that are not optional.</param>
    /// <returns>The client, which the caller disposes.</returns>
    /// <exception cref="ArgumentException">There is no such scope, or the sandbox does not have the user.</exception>
    /// <exception cref="InvalidOperationException">The app does not use a sandbox or a handler, or refuses the user.</exception>
    public static Task<HttpClient> CreateSignedInClientAsync(this IHost host, SandboxUser user, params string[] scopes) =>
        host.CreateSignedInClientAsync(Of(user, scopes));

    /// <summary>Creates a client that is signed in, for an app with several annotated classes.</summary>
    /// <param name="host">The app, which has started: a <c>WebApplication</c> on a <c>TestServer</c> or on a real port.</param>
    /// <param name="signIn">Who is signed in, and what they granted.</param>
    /// <returns>The client, which the caller disposes.</returns>
    /// <exception cref="ArgumentException">There is no such scope or scheme, or the sandbox does not have the user.</exception>
    /// <exception cref="InvalidOperationException">The app does not use a sandbox or a handler, or refuses the user.</exception>
    public static Task<HttpClient> CreateSignedInClientAsync(this IHost host, TestSignIn signIn)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(signIn);
        return CreateAsync(host.Services, signIn);
    }

    private static async Task<HttpClient> CreateAsync(IServiceProvider services, TestSignIn signIn)
    {
        var server = services.GetRequiredService<IServer>();
        var address = server is TestServer memory ? memory.BaseAddress : AddressOf(server);
        var cookies = await TestSession.BeginAsync(services, address, signIn);
        return server is TestServer inMemory
            ? TestBrowser.Create(inMemory, cookies)
            : TestBrowser.Create(address, cookies);
    }

    private static Uri AddressOf(IServer server) => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
        ? new Uri(BindingAddress.Parse(address) is { Host: "+" or "*" or "[::]" or "0.0.0.0" } any ? $"{any.Scheme}://localhost:{any.Port}" : address)
        : throw new InvalidOperationException("The app does not listen. Start it first, for example with await app.StartAsync().");

    private static TestSignIn Of(SandboxUser user, string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(scopes);
        var signIn = new TestSignIn { User = user };
        foreach (var scope in scopes)
        {
            signIn.Scopes.Add(scope);
        }

        return signIn;
    }
}
