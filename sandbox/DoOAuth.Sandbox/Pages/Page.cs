using System.Security.Cryptography;
using System.Text;

namespace DoOAuth.Sandbox.Pages;

/// <summary>What all pages share: the banner, the style, and a content security policy that blocks everything else.</summary>
internal static class Page
{
    private static readonly string Style = ReadStyle();
    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>Writes a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The response's status.</param>
    /// <param name="title">The page's title.</param>
    /// <param name="body">The content of its main element.</param>
    /// <param name="formAction">
    /// The allowed targets of the page's form, as a directive of the content security policy. Chromium also applies it to the
    /// redirects that follow. <c>form-action 'none'</c> if there is no form; empty to allow every target.
    /// </param>
    /// <param name="script">The script of the page, or null if it has none.</param>
    public static Task WriteAsync(HttpContext context, int status, string title, Markup body, string formAction = "form-action 'none'", PageScript? script = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; frame-ancestors 'none'"
            + (formAction.Length == 0 ? "" : "; " + formAction)
            + (script is null ? "" : "; " + script.Policy);
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-store";
        var page = Markup.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} – Sandbox</title>
            <style>{new Markup(Style)}</style>
            </head>
            <body>
            <header class="banner"><strong>Sandbox</strong> – this is not DigitalOcean</header>
            <main>
            {body}
            </main>
            {(script is null ? Markup.Of($"") : Markup.Of($"<script>{new Markup(script.Text)}</script>"))}
            </body>
            </html>
            """);
        return context.Response.WriteAsync(page.Value, context.RequestAborted);
    }

    private static string ReadStyle()
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream("sandbox.css")
            ?? throw new InvalidOperationException("sandbox.css is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
