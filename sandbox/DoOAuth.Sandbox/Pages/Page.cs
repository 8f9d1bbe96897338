using System.Security.Cryptography;
using System.Text;

namespace DoOAuth.Sandbox.Pages;

/// <summary>What all pages share: the banner, the style, and a policy that lets nothing else in.</summary>
internal static class Page
{
    private static readonly string Style = ReadStyle();
    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>Writes a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="title">The page's title.</param>
    /// <param name="body">What stands in its main part.</param>
    /// <param name="formAction">
    /// Where the page's form may lead, as a directive of the content security policy; Chromium applies it to the
    /// redirects after the form as well. <c>form-action 'none'</c> where there is no form; empty for anywhere.
    /// </param>
    public static Task WriteAsync(HttpContext context, int status, string title, Markup body, string formAction = "form-action 'none'")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; frame-ancestors 'none'" + (formAction.Length == 0 ? "" : "; " + formAction);
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
            <p class="banner"><strong>Sandbox</strong> – this is not DigitalOcean</p>
            <main>
            {body}
            </main>
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
