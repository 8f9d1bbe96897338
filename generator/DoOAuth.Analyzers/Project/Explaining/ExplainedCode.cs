using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;

namespace DoOAuth.Analyzers.Project.Explaining;

/// <summary>What is known about a project's code after all of it is read.</summary>
/// <param name="Summary">What was read.</param>
/// <param name="Dispatch">Finds the code that runs where a member is named.</param>
/// <param name="Graph">The call graph.</param>
/// <param name="Solver">Tells what conditions prove.</param>
/// <param name="Calls">The calls of the API.</param>
/// <param name="Limits">The limits that were reached.</param>
internal sealed record ExplainedCode(
    ProjectSummary Summary, Dispatch Dispatch, CallGraph Graph, PathConditionSolver Solver, IReadOnlyList<ApiCallSite> Calls, ReachedLimits Limits);
