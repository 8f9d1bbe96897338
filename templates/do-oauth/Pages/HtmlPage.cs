using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace DoOAuthApp_Namespace.Pages;

/// <summary>An HTML page: the layout that all pages share, around <paramref name="body"/>.</summary>
internal sealed class HtmlPage(string title, IHtmlContent body, int statusCode = StatusCodes.Status200OK) : IResult
{
    /// <summary>Creates HTML in which every inserted value is encoded, unless it is already HTML.</summary>
    public static IHtmlContent Html(FormattableString text) => new HtmlFormattableString(text.Format, text.GetArguments());

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var app = httpContext.RequestServices.GetRequiredService<IHostEnvironment>().ApplicationName;
        var page = Html($"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} · {app}</title>
              <link rel="stylesheet" href="/app.css">
              <link rel="icon" href="/app.svg" type="image/svg+xml">
            </head>
            <body>
              <header><a class="brand" href="/"><img src="/app.svg" alt="" width="28" height="28">{app}</a></header>
              <main>
            {body}
              </main>
            </body>
            </html>
            """);

        var response = httpContext.Response;
        response.StatusCode = statusCode;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";
        using var text = new StringWriter();
        page.WriteTo(text, HtmlEncoder.Default);
        await response.WriteAsync(text.ToString(), httpContext.RequestAborted);
    }
}
