using System.Text.Json.Nodes;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Api;
using DoOAuth.Sandbox.Data;
using DoOAuth.Sandbox.Inventory;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace DoOAuth.Sandbox.Seeding;

/// <summary>Creates what the seed says by the requests that an app would send.</summary>
internal sealed class SeedRequests(Lazy<ApiModel> model, SpecialOperations special, SandboxOptions options)
{
    /// <summary>Gives a team what the seed says.</summary>
    /// <exception cref="ArgumentException">The seed cannot be created. The message says what is wrong.</exception>
    public void Send(TeamInventory inventory, SandboxUser user)
    {
        if (options.Seed is not { } seed)
        {
            return;
        }

        foreach (var (path, bodies) in seed.Collections)
        {
            var (operation, values) = Find(path) ?? throw new ArgumentException($"Seed: nothing can be created at {path}. Use the path of a POST in DigitalOcean's API reference.");
            if (inventory.Team.Collection(path) is null && model.Value.Resources.AtPath(path) is not null)
            {
                inventory.Team.AddCollection(path);
            }

            foreach (var body in bodies)
            {
                Send(inventory, user, path, operation, values, body);
            }
        }

        // What a team has from the start is not being created.
        inventory.Team.Settle(DateTimeOffset.MaxValue);
    }

    private void Send(TeamInventory inventory, SandboxUser user, string path, OperationEntry operation, RouteValueDictionary values, JsonObject body)
    {
        var shapes = model.Value.Answers.Find(operation.OperationId)!;
        if (shapes.Request is not null && model.Value.Check.Complaint(shapes.Request, body) is { } complaint)
        {
            throw new ArgumentException($"Seed: {path}: {complaint}");
        }

        var context = new DefaultHttpContext();
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("localhost");
        context.Request.Path = path;
        context.Request.RouteValues = values;
        var request = new ApiRequest(context, user, operation, shapes, model.Value.LayoutOf(shapes), body, inventory);
        ApiResult? result;
        try
        {
            result = special.Find(operation.OperationId) is { } own ? own(request) : ResourceApi.Answer(request);
        }
        catch (RequestRefusedException refused)
        {
            throw new ArgumentException($"Seed: {path}: {refused.Message}", refused);
        }

        if (result is null)
        {
            throw new ArgumentException($"Seed: {path}: something in the path does not exist. Create it above this line.");
        }
    }

    // A fixed segment wins, as it does in routing.
    private (OperationEntry Operation, RouteValueDictionary Values)? Find(string path)
    {
        foreach (var operation in model.Value.Operations.Entries.Where(operation => operation.Method == HttpMethods.Post).OrderBy(operation => operation.Path.Count(character => character == '{')))
        {
            var values = new RouteValueDictionary();
            if (new TemplateMatcher(TemplateParser.Parse(operation.Path), []).TryMatch(path, values))
            {
                return (operation, values);
            }
        }

        return null;
    }
}
