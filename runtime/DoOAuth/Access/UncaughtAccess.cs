using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>
/// Handles a <see cref="DigitalOceanAccessException"/> that an app does not catch, however the app handles other exceptions: before the app's
/// exception handler shows an error page, before the developer exception page, and if nothing else handles it. A response that has started is not
/// changed.
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

    // Code that blocks wraps the exception. If there is an exception of another kind too, the app should see that one.
    private static DigitalOceanAccessException? Find(Exception exception) => exception switch
    {
        DigitalOceanAccessException access => access,
        AggregateException several when several.Flatten().InnerExceptions is [DigitalOceanAccessException first, ..] all
            && all.All(static one => one is DigitalOceanAccessException) => first,
        _ => null,
    };
}
