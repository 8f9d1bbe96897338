using DoOAuth.Tests.Harness;
using Microsoft.AspNetCore.Diagnostics;

namespace DoOAuth.Tests.Applications;

/// <summary>What apps do with exceptions of their handlers.</summary>
internal static class AppsThatFail
{
    public static readonly string[] Kinds =
    [
        "plain", "error page", "error lambda", "problem details", "scaffolded", "status pages", "status pages again", "pages around errors", "developer page",
        "own handler", "path base",
    ];

    /// <summary>What the app adds for it.</summary>
    public static void Build(WebApplicationBuilder builder, string kind)
    {
        switch (kind)
        {
            case "problem details" or "scaffolded":
                builder.Services.AddProblemDetails();
                break;
            case "developer page":
                builder.Environment.EnvironmentName = "Development";
                break;
            case "own handler":
                builder.Services.AddExceptionHandler<Teapot>();
                builder.Services.AddProblemDetails();
                break;
        }
    }

    /// <summary>How it handles them.</summary>
    public static void Use(WebApplication app, string kind)
    {
        switch (kind)
        {
            case "error page":
                app.UseExceptionHandler("/error");
                app.MapGet("/error", () => Results.Text("the error page", statusCode: 500));
                break;
            case "error lambda":
                app.UseExceptionHandler(errors => errors.Run(context => context.Response.WriteAsync("the error lambda")));
                break;
            case "problem details" or "own handler":
                app.UseExceptionHandler();
                break;
            case "scaffolded":
                app.UseExceptionHandler(new ExceptionHandlerOptions
                {
                    StatusCodeSelector = failure => failure is BadHttpRequestException bad ? bad.StatusCode : failure is HttpRequestException ? 502 : 500,
                });
                break;
            case "status pages":
                app.UseStatusCodePages();
                break;
            case "status pages again":
                app.UseStatusCodePagesWithReExecute("/status-page");
                app.MapGet("/status-page", () => "the status page");
                break;
            case "pages around errors":
                app.UseStatusCodePages();
                app.UseExceptionHandler("/error");
                app.MapGet("/error", () => Results.Text("the error page", statusCode: 500));
                break;
            case "path base":
                app.UsePathBase("/base");
                app.UseRouting();
                app.UseAuthorization();
                break;
        }
    }

    private sealed class Teapot : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            httpContext.Response.StatusCode = 418;
            await httpContext.Response.WriteAsync("the app's own handler", cancellationToken);
            return true;
        }
    }
}
