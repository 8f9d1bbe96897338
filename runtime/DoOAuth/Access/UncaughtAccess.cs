using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// Answers a <see cref="DigitalOceanAccessException"/> that an app lets out, whatever the app does with exceptions: before its handler for them goes on
/// to a page of errors, before the developer's page shows it, and last of all where nobody handles it. Once an answer has begun it is left alone.
/// </summary>
internal sealed class UncaughtAccess : IExceptionHandler, IDeveloperPageExceptionFilter, IStartupFilter
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Find(exception) is not { } access || httpContext.Response.HasStarted)
        {
            return false;
        }

        await AccessAnswers.WriteAsync(httpContext, access);
        return true;
    }

    public Task HandleExceptionAsync(ErrorContext errorContext, Func<ErrorContext, Task> next) =>
        Find(errorContext.Exception) is { } access ? AccessAnswers.WriteAsync(errorContext.HttpContext, access) : next(errorContext);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(static following => context => RunAsync(following, context));
        next(app);
    };

    private static Task RunAsync(RequestDelegate following, HttpContext context)
    {
        try
        {
            var answer = following(context);
            return answer.IsCompletedSuccessfully ? answer : WaitAsync(answer, context);
        }
        catch (Exception exception) when (Find(exception) is { } access && !context.Response.HasStarted)
        {
            return AccessAnswers.WriteAsync(context, access);
        }
    }

    private static async Task WaitAsync(Task answer, HttpContext context)
    {
        try
        {
            await answer;
        }
        catch (Exception exception) when (Find(exception) is not null && !context.Response.HasStarted)
        {
            await AccessAnswers.WriteAsync(context, Find(exception)!);
        }
    }

    // Code that blocks gets it wrapped. Beside an exception of another kind, the other one is for the app to see.
    private static DigitalOceanAccessException? Find(Exception exception) => exception switch
    {
        DigitalOceanAccessException access => access,
        AggregateException several when several.Flatten().InnerExceptions is [DigitalOceanAccessException first, ..] all
            && all.All(static one => one is DigitalOceanAccessException) => first,
        _ => null,
    };
}
