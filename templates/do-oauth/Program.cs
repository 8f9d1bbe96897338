#if (UsesRedis)
using System.Reflection;
#endif
#if (HasDroplets)
using DoOAuth.Api;
#endif
using DoOAuthApp_Namespace;
#if (DeploysToAppPlatform)
using DoOAuthApp_Namespace.Deployment;
#endif
#if (HasDroplets)
using DoOAuthApp_Namespace.Droplets;
#endif
#if (HasPage)
using DoOAuthApp_Namespace.Pages;
#endif
#if (UsesRedis)
using DoOAuth;
#endif
#if (openapi)
using Scalar.AspNetCore;
#endif

#if (aot)
var builder = WebApplication.CreateSlimBuilder(args);
#if (UsesHttps)
builder.WebHost.UseKestrelHttpsConfiguration();
#endif
#else
var builder = WebApplication.CreateBuilder(args);
#endif
#if (UsesRedis)
var signIn = builder.AddDoOAuthApp_Deck();
if (builder.Configuration.GetConnectionString("Redis") is { Length: > 0 } redis)
{
    signIn.UseRedis(redis);
}
else if (!builder.Environment.IsDevelopment() && Assembly.GetEntryAssembly()?.GetName().Name != "GetDocument.Insider")
{
    // The tool that describes the app's endpoints during the build runs it without configuration.
    // Without Redis, several machines would each use the same one-time refresh token, and lose the session.
    throw new InvalidOperationException("ConnectionStrings:Redis is missing. Set it, for example: ConnectionStrings__Redis=redis.example.com:6379");
}

#else
builder.AddDoOAuthApp_Deck();
#endif
#if (DeploysToAppPlatform)
builder.AddAppPlatform();
#endif
builder.Services.AddProblemDetails();
#if (HasDroplets)
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
#endif
#if (openapi)
builder.Services.AddOpenApi();
#endif

var app = builder.Build();
#if (DeploysToAppPlatform)
app.UseAppPlatform();
#endif
#if (HasDroplets)
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    // Invalid requests have their own status. Errors of DigitalOcean become 502. DoOAuth has already handled missing access, as guards do.
    StatusCodeSelector = failure => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DigitalOceanApiException or HttpRequestException or TaskCanceledException => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status500InternalServerError,
    },
});
#else
app.UseExceptionHandler();
#endif
#if (HasPage)
app.UseStatusCodePages(NotFoundPage.CompleteAsync);
#else
app.UseStatusCodePages();
#endif
#if (UsesHttps)

if (!app.Environment.IsDevelopment())
{
    app.UseHsts();
#if (!DeploysToAppPlatform)
    app.UseHttpsRedirection();
#endif
}
#endif
#if (HasPage)

app.UseStaticFiles();
#endif

app.MapDoOAuthApp_Deck();
#if (HasDroplets)
app.MapDropletApi();
#endif
#if (HasPage)
app.MapPages();
#endif
#if (openapi)

if (app.Environment.IsDevelopment())
{
    app.MapOpenApi();

    // Keeps the page from loading anything from other sites.
    app.MapScalarApiReference(reference => reference.DisableDefaultFonts().DisableTelemetry().DisableAgent().HideDeveloperTools());
}
#endif

app.Run();
