using System.Text.Json;
using System.Text.Json.Nodes;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Callers;
using DoOAuth.Sandbox.Data;
using DoOAuth.Sandbox.Inventory;
using DoOAuth.Shapes;
using Microsoft.AspNetCore.Routing;

namespace DoOAuth.Sandbox.Api;

/// <summary>Every operation of the API: the check of its scopes and of its body, and then its answer.</summary>
internal sealed class OperationsApi(OperationCatalog operations, Lazy<ApiModel> model, Inventories inventories, SpecialOperations special)
{
    /// <summary>Maps all operations, and 404 for any other path under <c>/v2</c>.</summary>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var operation in operations.Entries)
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
            var shapes = model.Value.Answers.Find(operation.OperationId)!;
            var (body, failure) = await ReadAsync(context, shapes);
            if (failure is not null)
            {
                await failure(context);
                return;
            }

            await AnswerAsync(context, caller, operation, shapes, body!);
        }
    }

    private async Task AnswerAsync(HttpContext context, ApiCaller caller, OperationEntry operation, OperationShapes shapes, JsonObject body)
    {
        ApiResult? result;
        try
        {
            result = inventories.Use(caller.User, inventory =>
            {
                var request = new ApiRequest(context, caller.User, operation, shapes, model.Value.LayoutOf(shapes), body, inventory);
                return special.Find(operation.OperationId) is { } own ? own(request) : ResourceApi.Answer(request);
            });
        }
        catch (RequestRefusedException refused)
        {
            await ApiAnswers.ErrorAsync(context, refused.Status, refused.Status == StatusCodes.Status409Conflict ? "conflict" : "unprocessable_entity", refused.Message);
            return;
        }

        await (result?.WriteAsync(context) ?? ApiAnswers.NotFoundAsync(context));
    }

    private async Task<(JsonObject? Body, RequestDelegate? Failure)> ReadAsync(HttpContext context, OperationShapes shapes)
    {
        if (shapes.Request is null)
        {
            return ([], null);
        }

        JsonNode? body;
        try
        {
            body = await RequestBody.ReadAsync(context);
        }
        catch (JsonException)
        {
            return (null, http => ApiAnswers.ErrorAsync(http, StatusCodes.Status400BadRequest, "bad_request", "The body is not valid JSON."));
        }

        return model.Value.Check.Complaint(shapes.Request, body) is { } complaint
            ? (null, http => ApiAnswers.UnprocessableAsync(http, complaint))
            : (body as JsonObject ?? [], null);
    }
}
