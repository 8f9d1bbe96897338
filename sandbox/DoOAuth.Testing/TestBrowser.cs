using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;

namespace DoOAuth.Testing;

/// <summary>Clients with a browser's cookies.</summary>
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client that the test disposes contains them.")]
internal static class TestBrowser
{
    /// <summary>What a client of a factory does: cookies, and redirects unless the factory's options turn them off.</summary>
    public static DelegatingHandler[] Handlers(CookieContainer cookies, WebApplicationFactoryClientOptions options) =>
        options.AllowAutoRedirect
            ? [new RedirectHandler(options.MaxAutomaticRedirections), new CookieContainerHandler(cookies)]
            : [new CookieContainerHandler(cookies)];

    /// <summary>A client of an app in memory.</summary>
    public static HttpClient Create(TestServer server, CookieContainer cookies) =>
        new(new RedirectHandler { InnerHandler = new CookieContainerHandler(cookies) { InnerHandler = server.CreateHandler() } }) { BaseAddress = server.BaseAddress };

    /// <summary>A client of an app on a real port.</summary>
    public static HttpClient Create(Uri address, CookieContainer cookies) =>
        new(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = address };
}
