using Microsoft.AspNetCore.Diagnostics;
using static DoOAuthApp_Namespace.Pages.HtmlPage;

namespace DoOAuthApp_Namespace.Pages;

/// <summary>The page of an unknown address.</summary>
internal static class NotFoundPage
{
    /// <summary>Completes a response that has a status and nothing else: with a page for people at an unknown address, else with problem details.</summary>
    public static Task CompleteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var isPage = http.Response.StatusCode == StatusCodes.Status404NotFound
            && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        return isPage ? Show().ExecuteAsync(http) : new StatusCodePagesOptions().HandleAsync(context);
    }

    private static HtmlPage Show() => new("Page not found", Html($"""
        <section class="card">
          <h1>Page not found</h1>
          <p>There is nothing at this address.</p>
          <div class="actions"><a class="button" href="/">Go to the start page</a></div>
        </section>
        """), StatusCodes.Status404NotFound);
}
