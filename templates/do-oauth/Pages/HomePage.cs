using DoOAuth;
#if (HasDroplets)
using DoOAuth.Api;
using DoOAuth.Api.Models;
#endif
using Microsoft.AspNetCore.Html;
using static DoOAuthApp_Namespace.Pages.HtmlPage;

namespace DoOAuthApp_Namespace.Pages;

#if (HasDroplets)
/// <summary>Shows the signed-in user and their droplets, or a link to sign in.</summary>
#else
/// <summary>Shows the signed-in user and the granted scopes, or a link to sign in.</summary>
#endif
internal static class HomePage
{
#if (HasDroplets)
    public static async Task<HtmlPage> ShowAsync(DigitalOceanUser? user, DigitalOceanClient digitalOcean, CancellationToken cancel)
    {
        if (user is null)
        {
            return new HtmlPage("Sign in", SignedOut());
        }

        if (!user.HasScope(Scopes.Droplet.Read))
        {
            // Sessions that started before the app declared this scope do not have it. Signing in again asks for it.
            return new HtmlPage("Droplets", SignedIn(user, NotGranted()));
        }

        try
        {
            var droplets = await digitalOcean.Droplets.ListAsync(cancel: cancel).ToListAsync(cancel);
            return new HtmlPage("Droplets", SignedIn(user, Droplets(droplets)));
        }
        catch (Exception failure) when (failure is DigitalOceanApiException or HttpRequestException)
        {
            return new HtmlPage("Droplets", SignedIn(user, Unavailable()), StatusCodes.Status502BadGateway);
        }
        catch (DigitalOceanAccessException failure) when (failure.IsPassing)
        {
            // The token must be refreshed, but DigitalOcean is unavailable. If the session has ended, DoOAuth redirects to sign-in.
            return new HtmlPage("Droplets", SignedIn(user, Unavailable()), failure.StatusCode);
        }
    }
#else
    public static HtmlPage Show(DigitalOceanUser? user) => user is null ? new("Sign in", SignedOut()) : new("Signed in", SignedIn(user));
#endif

    private static IHtmlContent SignedOut() => Html($"""
        <section class="hero">
#if (HasDroplets)
          <h1>Your droplets, at a glance</h1>
          <p>Sign in to see what runs in your DigitalOcean account. You choose what this app is allowed to do there.</p>
#else
          <h1>Sign in with your DigitalOcean account</h1>
          <p>You choose what this app is allowed to do there.</p>
#endif
          <a class="button" href="{DoOAuthApp_Deck.Links.Login("/")}">Sign in with DigitalOcean</a>
        </section>
        """);

#if (HasDroplets)
    private static IHtmlContent SignedIn(DigitalOceanUser user, IHtmlContent droplets) => Html($"""
#else
    private static IHtmlContent SignedIn(DigitalOceanUser user) => Html($"""
#endif
        <section class="card user">
          <div>
            <h1>{user.Name ?? user.Email ?? user.Uuid}</h1>
            <p>{user.Email}{(user.Team?.Name is { } team ? Html($" · {team}") : null)}</p>
          </div>
          <div class="actions">
            <form method="post" action="{DoOAuthApp_Deck.Links.Logout("/")}"><button class="quiet">Sign out</button></form>
            <form method="post" action="{DoOAuthApp_Deck.Links.Disconnect("/")}"><button class="quiet danger" title="Takes back the access that this browser was given. Your other browsers keep theirs.">Disconnect</button></form>
          </div>
          <ul class="scopes" aria-label="What this app is allowed to do">{Each(user.Scopes, scope => Html($"<li>{scope}</li>"))}</ul>
        </section>
#if (HasDroplets)
        <section class="card">
#if (CanCreateDroplets)
          <div class="heading"><h2>Droplets</h2><a class="button" href="/droplets/new">Create a droplet</a></div>
#else
          <div class="heading"><h2>Droplets</h2></div>
#endif
        {droplets}
        </section>
#endif
        """);

#if (HasDroplets)
    private static IHtmlContent Droplets(List<Droplet> droplets) => droplets.Count == 0
        ? Html($"""<p class="note">No droplets yet.</p>""")
        : Html($"""<ul class="droplets">{Each(droplets, Row)}</ul>""");

    private static IHtmlContent Row(Droplet droplet) => Html($"""

        <li>
          <span class="dot {(droplet.Status == DropletStatus.Active ? "on" : "off")}"></span>
          <span class="name">{droplet.Name}</span>
          <span class="where">{droplet.Region.Name} · {droplet.SizeSlug}</span>
          <span class="status">{droplet.Status}</span>
        </li>
        """);

    private static IHtmlContent NotGranted()
        => Html($"""<p class="note">You have not allowed this app to see your droplets. <a href="{DoOAuthApp_Deck.Links.Login("/")}">Sign in again</a> to be asked.</p>""");

    private static IHtmlContent Unavailable()
        => Html($"""<p class="note">Your droplets could not be loaded from DigitalOcean. Try again in a moment.</p>""");

#endif
    private static HtmlContentBuilder Each<T>(IEnumerable<T> items, Func<T, IHtmlContent> render)
    {
        var content = new HtmlContentBuilder();
        foreach (var item in items)
        {
            content.AppendHtml(render(item));
        }

        return content;
    }
}
