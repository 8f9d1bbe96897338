#if (HasDroplets)
using System.Text.Json;
#endif
using DoOAuthApp_Namespace;
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
else if (!builder.Environment.IsDevelopment())
{
    // One machine could do without. Several would each spend the refresh token that they share, and lose the session.
    throw new InvalidOperationException("ConnectionStrings:Redis is missing. Say where Redis is, such as: ConnectionStrings__Redis=redis.example.com:6379");
}

#else
builder.AddDoOAuthApp_Deck();
#endif
builder.Services.AddProblemDetails();
#if (HasDroplets)
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
#endif
#if (openapi)
builder.Services.AddOpenApi();
#endif

var app = builder.Build();
#if (HasDroplets)
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    // What the caller got wrong brings its status; what DigitalOcean got wrong is 502. Missing access is answered before, as guards do.
    StatusCodeSelector = failure => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        HttpRequestException or TaskCanceledException or JsonException => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status500InternalServerError,
    },
});
#else
app.UseExceptionHandler();
#endif
#if (UsesHttps)

if (!app.Environment.IsDevelopment())
{
    app.UseHsts();
    app.UseHttpsRedirection();
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

    // It asks nobody but this app for anything.
    app.MapScalarApiReference(reference => reference.DisableDefaultFonts().DisableTelemetry().DisableAgent().HideDeveloperTools());
}
#endif

app.Run();
