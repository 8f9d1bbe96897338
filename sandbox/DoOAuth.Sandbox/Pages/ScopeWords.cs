namespace DoOAuth.Sandbox.Pages;

/// <summary>Scopes in words, derived from their names, so that new scopes in the data have words too.</summary>
internal static class ScopeWords
{
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["read"] = "View",
        ["create"] = "Create",
        ["update"] = "Change",
        ["delete"] = "Delete",
        ["admin"] = "Administer",
        ["view_credentials"] = "View the credentials of",
        ["create_credentials"] = "Create the credentials of",
        ["access_console"] = "Open the console of",
        ["access_cluster"] = "Get access to",
        ["assign_resource"] = "Assign resources to",
        ["read_teams"] = "View the teams of",
    };

    // Only the names that the rule for plurals gets wrong.
    private static readonly Dictionary<string, string> Resources = new(StringComparer.Ordinal)
    {
        ["account"] = "Account",
        ["billing"] = "Billing",
        ["block_storage"] = "Volumes",
        ["block_storage_action"] = "Volume actions",
        ["block_storage_snapshot"] = "Volume snapshots",
        ["byoip_prefix"] = "BYOIP prefixes",
        ["cdn"] = "CDN endpoints",
        ["dedicated_inference"] = "Dedicated inference",
        ["droplet"] = "Droplets",
        ["genai"] = "GenAI platform",
        ["genai_genie"] = "GenAI genie",
        ["kubernetes"] = "Kubernetes clusters",
        ["monitoring"] = "Monitoring",
        ["nat_gateway"] = "NAT gateways",
        ["nfs"] = "NFS shares",
        ["registry"] = "Container registry",
        ["reserved_ip"] = "Reserved IPs",
        ["role_management"] = "Roles",
        ["security"] = "Security",
        ["spaces_key"] = "Spaces keys",
        ["ssh_key"] = "SSH keys",
        ["uptime"] = "Uptime checks",
        ["vpc"] = "VPCs",
        ["vpc_peering"] = "VPC peerings",
    };

    private static readonly string[] Acronyms = ["SSH", "CDN", "VPCs", "VPC", "NFS", "NAT", "BYOIP", "GenAI", "Droplets", "Kubernetes", "Spaces"];

    /// <summary>The scopes in words, grouped by resource, in the requested order. Scopes for everything come first.</summary>
    public static IReadOnlyList<ConsentGroup> Describe(IEnumerable<string> scopes) =>
    [
        .. scopes.Distinct(StringComparer.Ordinal)
            .GroupBy(Group, Item, StringComparer.Ordinal)
            .Select(group => new ConsentGroup(group.Key, [.. group]))
            .OrderBy(group => group.Resource == Everything ? 0 : 1),
    ];

    private const string Everything = "Everything in your team";

    private static string Group(string scope) => IsBroad(scope) ? Everything : Resource(scope.Split(':')[0]);

    private static ConsentItem Item(string scope)
    {
        if (IsBroad(scope))
        {
            return scope.EndsWith("write", StringComparison.Ordinal)
                ? new("Create, change and delete everything", scope, IsReading: false)
                : new("View everything", scope, IsReading: true);
        }

        var parts = scope.Split(':', 2);
        var action = parts.Length == 2 ? parts[1] : "";
        var verb = Verbs.TryGetValue(action, out var known) ? known : Sentence(action) + ":";
        var resource = parts[0] == "account" ? "your account" : InSentence(Resource(parts[0]));
        return new($"{verb} {resource}", scope, action.StartsWith("read", StringComparison.Ordinal) || action.StartsWith("view", StringComparison.Ordinal));
    }

    private static bool IsBroad(string scope) => scope is "read" or "write" or "api:read" or "api:write";

    private static string Resource(string name) => Resources.TryGetValue(name, out var known) ? known : Plural(Sentence(name));

    private static string InSentence(string resource) =>
        Acronyms.Contains(resource.Split(' ')[0], StringComparer.Ordinal) ? resource : char.ToLowerInvariant(resource[0]) + resource[1..];

    private static string Sentence(string name) =>
        name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');

    private static string Plural(string name) =>
        name.EndsWith('s') ? name
        : name.EndsWith('y') ? name[..^1] + "ies"
        : name + "s";
}
