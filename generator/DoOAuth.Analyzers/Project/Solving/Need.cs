using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Catalog;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>What a call needs: one term of its operation's scopes.</summary>
/// <param name="Fact">The call.</param>
/// <param name="Operation">The operation for people, such as <c>GET /v2/droplets</c>.</param>
/// <param name="AnyOf">The scopes of which one will do.</param>
internal sealed record Need(CallFact Fact, string Operation, IReadOnlyList<string> AnyOf)
{
    /// <summary>The needs of a call that its own place does not prove to be met. What callers decide is left to when they did.</summary>
    public static IEnumerable<Need> Of(CallFact fact, CoverJudge covers) => fact.Call.ClientParameter is not null
        ? []
        : from alternative in fact.Call.Alternatives
          where !alternative.IsForwarded
          let verdict = alternative.Verdict
          from anyOf in verdict.Requirement.AllOf
          where !covers.Proves(fact.Cover, anyOf)
          select new Need(fact, verdict.Description, anyOf);

    /// <summary>Whether the class declares one of the scopes; where none does, it is the call that is reported.</summary>
    public bool IsDeclaredBy(DeclaredApplication application) => AnyOf.Any(application.Coverage.Covers);
}
