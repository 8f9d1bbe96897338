using DoOAuth.Catalog;

namespace DoOAuth.Analyzers.Calls;

/// <summary>What DigitalOcean's API has for a request.</summary>
/// <param name="Operations">The operation, or all possible ones if a hole leaves several.</param>
/// <param name="Certain">The operation, if only one fits.</param>
/// <param name="Requirement">The scopes that each of the operations needs.</param>
/// <param name="Description">The request for people, such as <c>GET /v2/droplets/{droplet_id}</c>.</param>
/// <param name="Unreadable">Whether too little can be read to say anything.</param>
/// <param name="Nearest">If there is certainly no such operation: makes a sentence with the nearest one or with the verbs of the path. It takes long, so only a report asks for it.</param>
internal sealed record CallVerdict(
    IReadOnlyList<OperationEntry> Operations,
    OperationEntry? Certain,
    ScopeRequirement Requirement,
    string Description,
    bool Unreadable,
    Lazy<string>? Nearest);
