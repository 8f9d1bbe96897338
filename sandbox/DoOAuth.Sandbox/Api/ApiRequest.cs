using System.Text.Json.Nodes;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Callers;
using DoOAuth.Sandbox.Inventory;
using DoOAuth.Sandbox.Resources;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Api;

/// <summary>A request to the API that has passed the checks of its token and its body.</summary>
/// <param name="Http">The request.</param>
/// <param name="Caller">Who sent it.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Shapes">What the operation takes and answers.</param>
/// <param name="Layout">Where the answer has what it is about. Null if the answer has no members.</param>
/// <param name="Body">The body. Empty if there is none.</param>
/// <param name="Inventory">What the caller's team has. It is locked.</param>
internal sealed record ApiRequest(
    HttpContext Http,
    ApiCaller Caller,
    OperationEntry Operation,
    OperationShapes Shapes,
    AnswerLayout? Layout,
    JsonObject Body,
    TeamInventory Inventory)
{
    /// <summary>A parameter in the path, decoded.</summary>
    public string Route(string name) => Http.Request.RouteValues[name]?.ToString() ?? "";

    /// <summary>A parameter in the query, or empty.</summary>
    public string Query(string name) => Http.Request.Query[name].ToString();

    /// <summary>A text member of the body, or null.</summary>
    public string? Text(string name) => TeamInventory.Text(Body[name]);

    /// <summary>A text member of the body that must be there, although its shape does not say so.</summary>
    /// <exception cref="RequestRefusedException">The body does not have it.</exception>
    public string Required(string name) => Text(name) is { Length: > 0 } text ? text : throw new RequestRefusedException($"{name} is required.");

    /// <summary>The shape of the body, or null if it has alternatives or none.</summary>
    public Shape? RequestShape => Shapes.Request is { } type ? Inventory.Model.Shapes.Resolve(type).Shape is { Chooser: null } shape ? shape : null : null;
}
