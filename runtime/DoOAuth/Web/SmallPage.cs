using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>A small page that describes what happened and how to continue. It has no script and no external content.</summary>
internal static class SmallPage
{
    private const string Style = """
        :root{color-scheme:light dark}
        body{margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.6 system-ui,sans-serif;background:#f3f6fb;color:#1b2533}
        main{max-width:30rem;margin:1.5rem;padding:2rem;border-radius:1rem;background:#fff;box-shadow:0 1px 2px #0001,0 12px 32px #0a1f4414}
        h1{margin:0 0 .5rem;font-size:1.35rem;line-height:1.3}
        p{margin:0 0 1.25rem}
        small{display:block;margin-top:.75rem;color:#5c6b80}
        a{display:inline-block;margin:0 .75rem .75rem 0;padding:.6rem 1.1rem;border-radius:.6rem;text-decoration:none;font-weight:600;background:#0069ff;color:#fff}
        a+a{background:none;color:inherit;box-shadow:inset 0 0 0 1px #8895a855}
        a:focus-visible{outline:3px solid #0069ff80;outline-offset:2px}
        @media(prefers-color-scheme:dark){body{background:#0d1420;color:#e6ecf5}main{background:#172131;box-shadow:none}small{color:#94a3b8}}
        """;

    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static async Task WriteAsync(HttpContext context, Refusal refusal, (string Label, string Url)[] links)
    {
        var response = context.Response;
        response.StatusCode = refusal.Status;
        NoStore.Set(response);
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";

        var html = HtmlEncoder.Default;
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>").Append(html.Encode(refusal.Title))
            .Append("</title><style>").Append(Style).Append("</style></head><body><main><h1>").Append(html.Encode(refusal.Title))
            .Append("</h1><p>").Append(html.Encode(refusal.Text)).Append("</p>");
        foreach (var (label, url) in links)
        {
            page.Append("<a href=\"").Append(html.Encode(url)).Append("\">").Append(html.Encode(label)).Append("</a>");
        }

        if (refusal.Reason is { } reason)
        {
            page.Append("<small>Reason: ").Append(html.Encode(reason)).Append("</small>");
        }

        await response.WriteAsync(page.Append("</main></body></html>").ToString(), context.RequestAborted);
    }
}
