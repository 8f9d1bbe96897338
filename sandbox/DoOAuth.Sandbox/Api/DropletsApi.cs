using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Callers;
using Microsoft.AspNetCore.Routing;

namespace DoOAuth.Sandbox.Api;

/// <summary><c>/v2/droplets</c>. Droplets are stored.</summary>
internal sealed class DropletsApi(DropletStore store)
{
    /// <summary>GET: lists one page of droplets, filtered by <c>name</c> and <c>tag_name</c>.</summary>
    public Task ListAsync(HttpContext context, ApiCaller caller)
    {
        var name = context.Request.Query["name"].ToString();
        var tag = context.Request.Query["tag_name"].ToString();
        JsonObject[] droplets =
        [
            .. store.List(caller.User)
                .Where(droplet => name.Length == 0 || string.Equals(droplet.Name, name, StringComparison.OrdinalIgnoreCase))
                .Where(droplet => tag.Length == 0 || droplet.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase))
                .Select(droplet => droplet.ToJson()),
        ];
        return ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, Paging.Of(context.Request).Body(context.Request, "droplets", droplets));
    }

    /// <summary>GET: returns one droplet.</summary>
    public Task GetAsync(HttpContext context, ApiCaller caller) =>
        Id(context) is { } id && store.Find(caller.User, id) is { } droplet
            ? ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["droplet"] = droplet.ToJson() })
            : ApiAnswers.NotFoundAsync(context);

    /// <summary>POST: creates a droplet.</summary>
    public async Task CreateAsync(HttpContext context, ApiCaller caller)
    {
        JsonDocument body;
        try
        {
            body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            await ApiAnswers.ErrorAsync(context, StatusCodes.Status400BadRequest, "bad_request", "The body is not valid JSON.");
            return;
        }

        using (body)
        {
            if (DropletOrder.Read(body.RootElement, out var order) is { } complaint)
            {
                await ApiAnswers.UnprocessableAsync(context, complaint);
                return;
            }

            var droplet = store.Create(caller.User, order!.Name, order.Region, order.Size, order.Image, order.Tags);
            await ApiAnswers.WriteAsync(context, StatusCodes.Status202Accepted, new JsonObject { ["droplet"] = droplet.ToJson(), ["links"] = new JsonObject() });
        }
    }

    /// <summary>DELETE: deletes one droplet.</summary>
    public Task DeleteAsync(HttpContext context, ApiCaller caller)
    {
        if (Id(context) is not { } id || !store.Delete(caller.User, id))
        {
            return ApiAnswers.NotFoundAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static long? Id(HttpContext context) =>
        long.TryParse(context.GetRouteValue("droplet_id")?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
