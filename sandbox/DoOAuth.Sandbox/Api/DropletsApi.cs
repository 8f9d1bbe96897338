using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Inventory;
using DoOAuth.Sandbox.Resources;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Api;

/// <summary><c>POST /v2/droplets</c>: one Droplet, or one for each of <c>names</c>.</summary>
internal static class DropletsApi
{
    /// <summary>Creates Droplets. They are <c>new</c>, and <c>active</c> when their action is completed.</summary>
    public static ApiResult Create(ApiRequest request)
    {
        var inventory = request.Inventory;
        var one = request.Text("name");
        List<string> names = one is not null ? [one] : [.. request.Body["names"]!.AsArray().Select(name => name!.ToString())];
        var collection = inventory.Root("/v2/droplets");
        var links = new JsonArray();
        List<JsonObject> made = [.. names.Select(name => DropletMaker.Make(inventory, request.Body, name))];
        foreach (var droplet in made)
        {
            collection.Add(droplet["id"]!.ToString(), droplet);
            var action = Actions.Start(inventory, "create", "droplet", droplet, "/v2/droplets", () => Activate(inventory, droplet));
            links.Add(new JsonObject
            {
                ["id"] = action["id"]!.DeepClone(),
                ["rel"] = "create",
                ["href"] = $"{request.Http.Request.Scheme}://{request.Http.Request.Host}/v2/actions/{action["id"]}",
            });
        }

        var answer = one is not null
            ? new JsonObject { ["droplet"] = made[0].DeepClone(), ["links"] = new JsonObject { ["actions"] = links } }
            : new JsonObject { ["droplets"] = new JsonArray([.. made.Select(droplet => droplet.DeepClone())]), ["links"] = new JsonObject { ["actions"] = links } };
        var alternatives = request.Shapes.Answer!.Alternatives;
        var shape = alternatives.Select(type => inventory.Model.Shapes.Resolve(type).Shape!).First(shape => shape.Find(one is not null ? "droplet" : "droplets") is not null);
        return AnswerBuilder.Of(request, shape, answer);
    }

    private static void Activate(TeamInventory inventory, JsonObject droplet)
    {
        droplet["status"] = "active";
        DropletMaker.Connect(inventory, droplet);
    }
}
