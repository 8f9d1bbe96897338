using System.Globalization;
using DoOAuth.Sandbox.Pages;
using DoOAuth.Sandbox.Traffic;

namespace DoOAuth.Sandbox.Home;

/// <summary>
/// The page of requests: which scope each operation needed and which ones its token had, and which granted scopes were never used. It
/// renews itself when a request arrives.
/// </summary>
internal sealed class RequestsPage(RequestLog log, ScopeLedger ledger)
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/requests";

    private const int Shown = 100;

    private static readonly string[] Columns = ["Request", "Status", "Needed", "Token has", "Time"];

    // Reads the page again and replaces what changes. The server has encoded everything in it.
    private static readonly PageScript Script = new($$"""
        const events = new EventSource("{{TrafficEndpoints.LivePath}}");
        events.onmessage = async () => {
          const page = new DOMParser().parseFromString(await (await fetch("{{Path}}")).text(), "text/html");
          for (const id of ["scopes", "requests"]) { document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes); }
        };
        """);

    /// <summary>Writes the page.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var requests = log.Latest.Reverse().Take(Shown).ToList();
        return Page.WriteAsync(
            context,
            StatusCodes.Status200OK,
            "Requests",
            Markup.Of($"""
            <div class="sheet wide">
            <header>
            <p><a href="/">DoOAuth Sandbox</a></p>
            <h1>Requests</h1>
            <p class="lead">What your app asks of DigitalOcean, as it happens. <a href="{TrafficEndpoints.Path}">The same as JSON</a></p>
            </header>
            <section class="card" aria-labelledby="scopes-title">
            <h2 id="scopes-title">Scopes</h2>
            <div id="scopes">{Scopes(ledger.Current)}</div>
            </section>
            <section class="card" aria-labelledby="requests-title">
            <h2 id="requests-title">Latest requests</h2>
            <div id="requests">{(requests.Count == 0 ? Markup.Of($"""<p class="quiet">There are none yet.</p>""") : Table(requests))}</div>
            </section>
            </div>
            """),
            script: Script);
    }

    private static Markup Scopes(IReadOnlyList<SandboxScopeUse> clients) => clients.Count == 0
        ? Markup.Of($"""<p class="quiet">No app has been granted a scope yet.</p>""")
        : Markup.Join(clients.Select(client => Markup.Of($"""
            <h3>{client.ClientId}</h3>
            <dl>
            {Chips("Granted and never used", client.NeverUsed, client.Granted.Count == 0 ? "Nothing was granted" : "None: every granted scope was used")}
            {Chips("Needed and not granted", client.Refused, "None")}
            {Chips("Granted", client.Granted, "None")}
            </dl>
            """)));

    private static Markup Chips(string term, IReadOnlyList<string> scopes, string none) => scopes.Count == 0
        ? Markup.Of($"""<div><dt>{term}</dt><dd class="quiet">{none}</dd></div>""")
        : Markup.Of($"""<div><dt>{term}</dt><dd class="chips">{Codes(scopes)}</dd></div>""");

    private static Markup Codes(IEnumerable<string> scopes) => Markup.Join(scopes.Select(scope => Markup.Of($"<code>{scope}</code> ")));

    // The roles are those of the elements. Browsers drop them when the style of a small screen makes blocks of the cells.
    private static Markup Table(IEnumerable<SandboxRequest> requests) => Markup.Of($"""
        <table class="requests" role="table">
        <thead role="rowgroup"><tr role="row">{Markup.Join(Columns.Select(column => Markup.Of($"""<th role="columnheader" scope="col">{column}</th>""")))}</tr></thead>
        <tbody role="rowgroup">{Markup.Join(requests.Select(Row))}</tbody>
        </table>
        """);

    private static Markup Row(SandboxRequest request) => Markup.Of($"""
        <tr role="row">
        <td role="cell" data-label="Request"><code>{request.Method} {request.Path}</code> <span class="quiet">{request.Operation}</span>{Markup.Join(request.Notes.Select(note => Markup.Of($"""<span class="note">{note}</span>""")))}</td>
        <td role="cell" data-label="Status"><span class="status {Kind(request.Status)}">{(request.Status == 0 ? "closed" : request.Status.ToString(CultureInfo.InvariantCulture))}</span></td>
        <td role="cell" data-label="Needed" class="chips">{Codes(request.NeededScopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))}</td>
        <td role="cell" data-label="Token has" class="chips">{Codes(request.TokenScopes)}</td>
        <td role="cell" data-label="Time"><time datetime="{request.Time.ToString("O", CultureInfo.InvariantCulture)}">{request.Time.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}</time> <span class="quiet">{request.Duration.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)} ms</span></td>
        </tr>
        """);

    private static string Kind(int status) => status is >= 200 and < 400 ? "fine" : "failed";
}
