using DoOAuth.Sandbox.Authorization;
using DoOAuth.Sandbox.Faults;
using DoOAuth.Sandbox.Inventory;
using DoOAuth.Sandbox.Pages;

namespace DoOAuth.Sandbox.Home;

/// <summary>The sandbox's home page: what it is, how to configure an app for it, and its state.</summary>
internal sealed class IndexPage(SandboxOptions options, Inventories inventories)
{
    /// <summary>Writes the page.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var address = $"{context.Request.Scheme}://{context.Request.Host}";
        return Page.WriteAsync(context, StatusCodes.Status200OK, "DoOAuth Sandbox", Markup.Of($"""
            <div class="sheet">
            <header>
            <h1>DoOAuth Sandbox</h1>
            <p class="lead">A local replacement for DigitalOcean: sign-in, consent, tokens and the API. It needs no account and no network, and keeps its state in memory.</p>
            </header>
            <section class="card">
            <h2>Use it with your app</h2>
            <p>Start the app through the sandbox, which also configures it:</p>
            <pre><code>do-oauth-sandbox -- dotnet run</code></pre>
            <p>Or set the configuration yourself, in environment variables or in user secrets:</p>
            <dl>
            {Row("DigitalOcean:Authority", address)}
            {Row("DigitalOcean:ApiBaseAddress", address)}
            {Row("DigitalOcean:ClientId", options.ClientId)}
            {(options.ClientSecret is null ? Markup.Of($"<div><dt>DigitalOcean:ClientSecret</dt><dd>none: a public client, PKCE only</dd></div>") : Row("DigitalOcean:ClientSecret", options.ClientSecret))}
            </dl>
            <p class="quiet">The secret works with this sandbox only. {Redirects()}</p>
            </section>
            <section class="card">
            <h2>Addresses</h2>
            <dl>
            {Row("Authorize", OAuthPaths.Authorize)}
            {Row("Token, refresh", $"{OAuthPaths.Token} · {OAuthPaths.Refresh}")}
            {Row("Revoke", OAuthPaths.Revoke)}
            {Row("Introspection", OAuthPaths.Info)}
            {Row("Registration", OAuthPaths.Register)}
            {Row("Metadata", OAuthPaths.Metadata)}
            {Row("API", "/v2/…")}
            </dl>
            </section>
            <section class="card">
            <h2>Requests</h2>
            <p><a href="{RequestsPage.Path}">See each request live</a>, with the scope that it needed, and the granted scopes that were never used.</p>
            </section>
            <section class="card">
            <h2>State</h2>
            <dl>{Markup.Join(options.Users.Select(user => Markup.Of($"<div><dt>{user.Name}</dt><dd>{user.Email} · {user.TeamName} · {Count(user)}</dd></div>")))}</dl>
            {Active(options.Faults.Active)}
            <details>
            <summary>Available faults</summary>
            <p>Add one with <code>--fault {FaultText.Grammar}</code>, or send JSON to <code>POST /sandbox/faults</code>:</p>
            <p class="chips">{Markup.Join(FaultText.AllNames.Select(name => Markup.Of($"<code>{name}</code> ")))}</p>
            </details>
            </section>
            </div>
            """));
    }

    private string Redirects() => options.RedirectUris.Count == 0
        ? "Any redirect address on this machine is accepted."
        : $"These redirect addresses are accepted: {string.Join(", ", options.RedirectUris)}";

    private static Markup Row(string term, string value) => Markup.Of($"<div><dt>{term}</dt><dd><code>{value}</code></dd></div>");

    private static Markup Active(IReadOnlyList<SandboxFault> faults) => faults.Count == 0
        ? Markup.Of($"<p>No active faults.</p>")
        : Markup.Of($"""<p>Active faults:</p><p class="chips">{Markup.Join(faults.Select(fault => Markup.Of($"<code>{fault.ToString()}</code> ")))}</p>""");

    private string Count(SandboxUser user)
    {
        var count = inventories.Use(user, inventory => inventory.Root("/v2/droplets").Items.Count);
        return count == 1 ? "1 droplet" : $"{count} droplets";
    }
}
