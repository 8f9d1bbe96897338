using DoOAuth.Analyzers.Project.Solving;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>A call whose scope an endpoint's guards do not cover.</summary>
/// <param name="Endpoint">The endpoint, as one caller maps it.</param>
/// <param name="Path">The path from its code to the call.</param>
/// <param name="Gap">What is missing in the guards.</param>
internal sealed record UnguardedCall(EndpointInstance Endpoint, CallPath Path, GuardGap Gap);
