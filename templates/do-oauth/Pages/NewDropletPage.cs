using DoOAuth;
using DoOAuth.Api;
using DoOAuthApp_Namespace.Droplets;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using static DoOAuthApp_Namespace.Pages.HtmlPage;

namespace DoOAuthApp_Namespace.Pages;

/// <summary>The form that creates a droplet.</summary>
internal static class NewDropletPage
{
    public static HtmlPage Show() => new("New droplet", Form("", null));

    public static async Task<IResult> CreateAsync([FromForm] string name, DigitalOceanClient digitalOcean, CancellationToken cancel)
    {
        if (DropletName.Error(name) is { } error)
        {
            return new HtmlPage("New droplet", Form(name, error), StatusCodes.Status400BadRequest);
        }

        try
        {
            await digitalOcean.Droplets.CreateAsync(new NewDroplet(name).ToRequest(), cancel);
            return TypedResults.LocalRedirect("/");
        }
        catch (Exception failure) when (failure is DigitalOceanApiException or HttpRequestException)
        {
            return new HtmlPage("New droplet", Form(name, "DigitalOcean did not create the droplet. Try again in a moment."), StatusCodes.Status502BadGateway);
        }
    }

    private static IHtmlContent Form(string name, string? error) => Html($"""
        <section class="card">
          <h1>New droplet</h1>
          <form class="fields" method="post" action="/droplets/new">
            <label for="name">Name</label>
            <input id="name" name="name" value="{name}" placeholder="web-1" autocomplete="off" required autofocus>
            {(error is null ? null : Html($"""<p class="error" role="alert">{error}</p>"""))}
            <p class="note">Frankfurt, 1 vCPU, 1 GB, Ubuntu 24.04. DigitalOcean charges for droplets; the sandbox does not.</p>
            <div class="actions"><a href="/">Cancel</a><button class="button">Create</button></div>
          </form>
        </section>
        """);
}
