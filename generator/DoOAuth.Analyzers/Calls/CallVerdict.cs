using DoOAuth.Catalog;

namespace DoOAuth.Analyzers.Calls;

/// <summary>What DigitalOcean's API has for a request.</summary>
/// <param name="Operations">The operation; where a hole leaves several, all of them.</param>
/// <param name="Certain">The operation, if only one fits.</param>
/// <param name="Requirement">The scopes that each of the operations needs.</param>
/// <param name="Description">The request for people, such as <c>GET /v2/droplets/{droplet_id}</c>.</param>
/// <param name="Unreadable">Whether too little can be read to say anything.</param>
/// <param name="NearestText">Where there is certainly no such operation: the nearest one or the verbs that the path has, as a sentence.</param>
/// <param name="Deprecated">If the operation is deprecated: the alternative, as a sentence, or an empty text.</param>
internal sealed record CallVerdict(
    IReadOnlyList<OperationEntry> Operations,
    OperationEntry? Certain,
    ScopeRequirement Requirement,
    string Description,
    bool Unreadable,
    string? NearestText,
    string? Deprecated);
