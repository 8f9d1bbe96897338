using System.Text.Json;
using DoOAuthApp_Namespace;
using DoOAuthApp_Namespace.Droplets;
using DoOAuthApp_Namespace.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.AddDropletDeck();
builder.Services.AddProblemDetails();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));

var app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    // What the caller got wrong, or the session cannot do for now, brings its status; what DigitalOcean got wrong is 502.
    StatusCodeSelector = failure => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        HttpRequestException or TaskCanceledException or JsonException => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status500InternalServerError,
    },
});
app.UseStaticFiles();

app.MapDropletDeck();
app.MapDropletApi();
app.MapPages();

app.Run();
