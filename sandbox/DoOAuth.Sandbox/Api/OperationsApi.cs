using System.Collections.Frozen;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Callers;
using Microsoft.AspNetCore.Routing;

namespace DoOAuth.Sandbox.Api;

/// <summary>
/// Every operation of the API, with its scope check. A few operations store data. The others return a small response of the
/// right shape.
/// </summary>
internal sealed class OperationsApi(OperationCatalog catalog, DropletsApi droplets)
{
    private readonly FrozenDictionary<string, Func<HttpContext, ApiCaller, Task>> _special =
        new Dictionary<string, Func<HttpContext, ApiCaller, Task>>(StringComparer.Ordinal)
        {
            ["account_get"] = AccountApi.GetAsync,
            ["droplets_list"] = droplets.ListAsync,
            ["droplets_get"] = droplets.GetAsync,
            ["droplets_create"] = droplets.CreateAsync,
            ["droplets_destroy"] = droplets.DeleteAsync,
            ["regions_list"] = CloudApi.RegionsAsync,
            ["sizes_list"] = CloudApi.SizesAsync,
            ["images_list"] = CloudApi.ImagesAsync,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Maps all operations, and 404 for any other path under <c>/v2</c>.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var operation in catalog.Entries)
        {
            // HEAD needs the same scopes as GET.
            string[] methods = operation.Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [operation.Method];
            endpoints.MapMethods(operation.Path, methods, context => AnswerAsync(context, operation)).WithMetadata(operation);
        }

        endpoints.MapFallback("/v2/{**path}", ApiAnswers.NotFoundAsync);
    }

    private async Task AnswerAsync(HttpContext context, OperationEntry operation)
    {
        if (await Bearer.AuthenticateAsync(context) is not { } caller)
        {
            await ApiAnswers.UnauthorizedAsync(context);
        }
        else if (!caller.Granted.Meets(operation.Scopes))
        {
            await ApiAnswers.ForbiddenAsync(context);
        }
        else
        {
            await (_special.TryGetValue(operation.OperationId, out var special)
                ? special(context, caller)
                : PlausibleAnswer.WriteAsync(context, operation));
        }
    }
}
