using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace DoOAuth.Sandbox.Pages;

/// <summary>Asks the user to grant an app the scopes that it requests.</summary>
internal static class ConsentPage
{
    private const string LoopbackForms = "form-action 'self' http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*";

    /// <summary>Writes the page.</summary>
    public static Task WriteAsync(HttpContext context, ConsentView view)
    {
        var redirect = new Uri(view.Request.RedirectUri!, UriKind.Absolute);
        var body = Markup.Of($"""
            <form method="post" action="{context.Request.GetEncodedPathAndQuery().Split('?')[0]}" class="card consent">
            <div class="marks" aria-hidden="true">
            <span class="mark app">{FirstCharacter(view.Client.DisplayName).ToUpperInvariant()}</span>
            <span class="dots"></span>
            <span class="mark cloud"><svg viewBox="0 0 24 24" width="28" height="28"><path d="M7 18.5a4.5 4.5 0 0 1-.6-8.96 6 6 0 0 1 11.5 1.5A3.8 3.8 0 0 1 17.5 18.5Z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/></svg></span>
            </div>
            <h1><span class="name">{view.Client.DisplayName}</span> wants to access your cloud account</h1>
            {Accounts(view)}
            <section aria-labelledby="asked">
            <h2 id="asked">This app will be able to</h2>
            <div class="groups">{Markup.Join(view.Scopes.Select(Group))}</div>
            {Legend(view.Scopes)}
            </section>
            {Hidden(view)}
            <div class="actions">
            <button type="submit" name="decision" value="approve" class="primary">Approve</button>
            <button type="submit" name="decision" value="deny">Deny</button>
            </div>
            <p class="quiet">You will be redirected to <strong>{redirect.Authority}</strong>.</p>
            </form>
            """);
        return Page.WriteAsync(context, StatusCodes.Status200OK, $"{view.Client.DisplayName} wants access", body, FormAction(redirect));
    }

    // A character that a reader sees, such as an emoji, can be several chars.
    private static string FirstCharacter(string name) => StringInfo.GetNextTextElement(name.TrimStart());

    // The app may redirect its user to another of its own addresses, and Chromium applies the policy to that redirect too. A policy
    // cannot contain an IPv6 address, so there is no directive for one of those.
    private static string FormAction(Uri redirect) => redirect switch
    {
        { HostNameType: UriHostNameType.IPv6 } => "",
        { IsLoopback: true } => LoopbackForms,
        _ => $"{LoopbackForms} {redirect.GetLeftPart(UriPartial.Authority)}",
    };

    private static Markup Accounts(ConsentView view) => Markup.Of($"""
        <fieldset class="accounts">
        <legend>Signed in as</legend>
        {Markup.Join(view.Users.Select(user => Account(user, user == view.Current)))}
        </fieldset>
        """);

    private static Markup Account(SandboxUser user, bool isCurrent) => Markup.Of($"""
        <label class="account">
        <input type="radio" name="account" value="{user.Uuid}"{new Markup(isCurrent ? " checked" : "")}>
        <span class="avatar" aria-hidden="true">{FirstCharacter(user.Name)}</span>
        <span class="who"><span class="name">{user.Name}</span><span class="quiet">{user.Email} <span class="team">· {user.TeamName}</span></span></span>
        </label>
        """);

    private static Markup Group(ConsentGroup group) => Markup.Of($"""
        <div class="group">
        <h3>{group.Resource}</h3>
        <ul>{Markup.Join(group.Items.Select(Item))}</ul>
        </div>
        """);

    private static Markup Item(ConsentItem item) => Markup.Of($"""
        <li class="{(item.IsReading ? "reads" : "changes")}"><span>{item.Text}</span> <code>{item.Scope}</code></li>
        """);

    // Explains the two marks, if both occur.
    private static Markup Legend(IReadOnlyList<ConsentGroup> groups)
    {
        var items = groups.SelectMany(group => group.Items).ToList();
        return items.Any(item => item.IsReading) && items.Any(item => !item.IsReading)
            ? Markup.Of($"""<p class="legend" aria-hidden="true"><span>view only</span><span class="changes">make changes</span></p>""")
            : Markup.Of($"");
    }

    private static Markup Hidden(ConsentView view) => Markup.Join(
    [
        Markup.Of($"""<input type="hidden" name="{view.Antiforgery.FormFieldName}" value="{view.Antiforgery.RequestToken}">"""),
        .. view.Request.GetParameters()
            .Where(parameter => parameter.Key is not ("decision" or "account") && parameter.Key != view.Antiforgery.FormFieldName)
            .Select(parameter => Markup.Of($"""<input type="hidden" name="{parameter.Key}" value="{(string?)parameter.Value}">""")),
    ]);
}
