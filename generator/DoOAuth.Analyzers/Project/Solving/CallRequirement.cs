using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Catalog;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>The requirement of a call: one term of its operation's scopes.</summary>
/// <param name="Site">The call.</param>
/// <param name="Operation">The operation for people, such as <c>GET /v2/droplets</c>.</param>
/// <param name="AnyOf">The scopes, any of which is sufficient.</param>
internal sealed record CallRequirement(ApiCallSite Site, string Operation, IReadOnlyList<string> AnyOf)
{
    /// <summary>The needs of a call that its own place does not prove to be met. What callers decide is left to when they did.</summary>
    public static IEnumerable<CallRequirement> Of(ApiCallSite site, PathConditionSolver solver) => site.IsChecked
        ? []
        : All(site).Where(requirement => !solver.Proves(site.Conditions, requirement.AnyOf));

    /// <summary>The needs of a call, whether or not its own place proves that they are met.</summary>
    public static IEnumerable<CallRequirement> All(ApiCallSite site) => site.Call.HasOwnToken
        ? []
        : from alternative in site.Call.Closed
          let verdict = alternative.Verdict
          from anyOf in verdict.Requirement.AllOf
          select new CallRequirement(site, verdict.Description, anyOf);

    /// <summary>Whether the class declares one of the scopes. If no class does, the call is reported instead.</summary>
    public bool IsDeclaredBy(Application application) => AnyOf.Any(application.Coverage.Covers);
}
