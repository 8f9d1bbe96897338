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
    StatusCodeSelector = failure => failure is HttpRequestException ? StatusCodes.Status502BadGateway : StatusCodes.Status500InternalServerError,
});
app.UseStaticFiles();

app.MapDropletDeck();
app.MapDropletApi();
app.MapPages();

app.Run();
