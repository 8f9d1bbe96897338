namespace DoOAuthApp_Namespace.Pages;

/// <summary>The web pages. They work without JavaScript.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").ExcludeFromDescription();
#if (HasDroplets)
        pages.MapGet("/", HomePage.ShowAsync);
#else
        pages.MapGet("/", HomePage.Show);
#endif
#if (CanCreateDroplets)

        // If the user has not granted droplet:create, the guard redirects to DigitalOcean to ask for it, then back here.
        pages.MapGet("/droplets/new", NewDropletPage.Show).RequireDropletCreate();

        // The guard rejects posts from other sites, so the form needs no antiforgery token.
        pages.MapPost("/droplets/new", NewDropletPage.CreateAsync).RequireDropletCreate().DisableAntiforgery();
#endif
    }
}
