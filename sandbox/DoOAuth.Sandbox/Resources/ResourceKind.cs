using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Resources;

/// <summary>A kind of resource: a collection of the API, and the items in it.</summary>
/// <param name="Path">The collection's path, such as <c>/v2/domains/{domain_name}/records</c>.</param>
/// <param name="ItemPath">The path of an item, or null if items have none.</param>
/// <param name="Parameter">The last parameter of <paramref name="ItemPath"/>, or null.</param>
/// <param name="Examples">The values that the API's examples have for the parameter. Operations of one resource can have different ones.</param>
/// <param name="Shape">The shape of an item that says most.</param>
/// <param name="Identity">The member that identifies an item in a path.</param>
/// <param name="EmbeddedIn">The member of the resource above that contains the items, or null if there is none.</param>
internal sealed record ResourceKind(string Path, string? ItemPath, OperationParameter? Parameter, IReadOnlyCollection<string> Examples, Shape Shape, string Identity, string? EmbeddedIn)
{
    /// <summary>The last segment of the path, such as <c>records</c>.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Whether the items are identified by a name that the request chooses.</summary>
    public bool IsNamed => Identity is "name" or "index_name" or "subject_name" && Shape.Find(Identity)?.IsReadOnly == false;

    /// <summary>Whether an item's identity is a number.</summary>
    public bool IsNumbered => Shape.Find(Identity)?.Type.Kind == ValueKind.Integer;
}
