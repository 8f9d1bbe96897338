namespace DoOAuthApp_Namespace.Pages;

/// <summary>The pages that a person sees. They work without JavaScript.</summary>
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

        // Opening the form asks for droplet:create: without it the guard sends the user to DigitalOcean, and back here.
        pages.MapGet("/droplets/new", NewDropletPage.Show).RequireDropletCreate();

        // The guard refuses posts that come from other sites, so the form needs no antiforgery token of its own.
        pages.MapPost("/droplets/new", NewDropletPage.CreateAsync).RequireDropletCreate().DisableAntiforgery();
#endif
    }
}
