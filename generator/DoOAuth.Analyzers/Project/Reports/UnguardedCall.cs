using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>A call whose scope an endpoint's guards do not cover.</summary>
/// <param name="Endpoint">The endpoint, as one caller maps it.</param>
/// <param name="Path">The path from its code to the call.</param>
/// <param name="Gap">What is missing in the guards.</param>
internal sealed record UnguardedCall(EndpointInstance Endpoint, CallPath Path, GuardGap Gap)
{
    /// <summary>Where a guard is added. It is on the class if the method is inherited, and not all that inherit it lack the guard.</summary>
    public GuardPlace Place { get; init; } = Endpoint.Site.OfType?.Place ?? GuardPlace.Builder;

    /// <summary>The location to report.</summary>
    public Location At { get; init; } = Endpoint.At;
}
