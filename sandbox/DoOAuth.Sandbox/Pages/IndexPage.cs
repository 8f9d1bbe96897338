using DoOAuth.Sandbox.Api;
using DoOAuth.Sandbox.Authorization;
using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Sandbox.Pages;

/// <summary>The sandbox's first page: what it is, how to point an app at it, and what state it is in.</summary>
internal sealed class IndexPage(SandboxOptions options, DropletStore droplets)
{
    /// <summary>Writes it.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var address = $"{context.Request.Scheme}://{context.Request.Host}";
        return Page.WriteAsync(context, StatusCodes.Status200OK, "DoOAuth Sandbox", Markup.Of($"""
            <div class="sheet">
            <header>
            <h1>DoOAuth Sandbox</h1>
            <p class="lead">It stands in for DigitalOcean on this machine: sign-in, consent, tokens and the API, without an account and without a network. It forgets everything when it stops.</p>
            </header>
            <section class="card">
            <h2>Point your app here</h2>
            <p>Start the app through the sandbox, and the configuration comes along:</p>
            <pre><code>do-oauth-sandbox -- dotnet run</code></pre>
            <p>Or set it yourself, in the environment or in user secrets:</p>
            <dl>
            {Row("DigitalOcean:Authority", address)}
            {Row("DigitalOcean:ApiBaseAddress", address)}
            {Row("DigitalOcean:ClientId", options.ClientId)}
            {(options.ClientSecret is null ? Markup.Of($"<div><dt>DigitalOcean:ClientSecret</dt><dd>none: a public client, PKCE alone</dd></div>") : Row("DigitalOcean:ClientSecret", options.ClientSecret))}
            </dl>
            <p class="quiet">The secret opens nothing but this sandbox. Any redirect address on this machine will do.</p>
            </section>
            <section class="card">
            <h2>Addresses</h2>
            <dl>
            {Row("Authorize", OAuthPaths.Authorize)}
            {Row("Token, refresh", $"{OAuthPaths.Token} · {OAuthPaths.Refresh}")}
            {Row("Revoke", OAuthPaths.Revoke)}
            {Row("Introspection", OAuthPaths.Info)}
            {Row("API", "/v2/…")}
            </dl>
            </section>
            <section class="card">
            <h2>State</h2>
            <dl>{Markup.Join(options.Users.Select(user => Markup.Of($"<div><dt>{user.Name}</dt><dd>{user.Email} · {user.TeamName} · {Count(user)}</dd></div>")))}</dl>
            {Active(options.Faults.Active)}
            <details>
            <summary>Faults that it can be told to make</summary>
            <p><code>--fault NAME[@WHERE][=VALUE][*TIMES]</code>, or JSON to <code>POST /sandbox/faults</code>:</p>
            <p class="chips">{Markup.Join(FaultText.AllNames.Select(name => Markup.Of($"<code>{name}</code> ")))}</p>
            </details>
            </section>
            </div>
            """));
    }

    private static Markup Row(string term, string value) => Markup.Of($"<div><dt>{term}</dt><dd><code>{value}</code></dd></div>");

    private static Markup Active(IReadOnlyList<SandboxFault> faults) => faults.Count == 0
        ? Markup.Of($"<p>No faults: it behaves.</p>")
        : Markup.Of($"""<p>It was told to misbehave:</p><p class="chips">{Markup.Join(faults.Select(fault => Markup.Of($"<code>{fault.ToString()}</code> ")))}</p>""");

    private string Count(SandboxUser user)
    {
        var count = droplets.List(user).Count;
        return count == 1 ? "1 droplet" : $"{count} droplets";
    }
}
