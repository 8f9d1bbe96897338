using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Frameworks;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project;

/// <summary>Code that runs before the handler of every message, such as MediatR's behaviors. Which scope it asks for depends on the message, so it may be any.</summary>
internal static class MessagePipeline
{
    /// <summary>Adds what such code asks to the edges of messages.</summary>
    public static void AddTo(ProjectSummary summary, Implementations implementations)
    {
        if (!summary.Edges.Any(edge => edge.To.Message is not null) || !implementations.Types.All.Any(Asks))
        {
            return;
        }

        for (var left = summary.Edges.Count; left > 0 && summary.Edges.TryDequeue(out var edge); left--)
        {
            summary.Edges.Enqueue(edge.To.Message is null ? edge : edge with { Conditions = edge.Conditions.Add(PathCondition.OfPolicy(null)) });
        }
    }

    private static bool Asks(INamedTypeSymbol type) => type.AllInterfaces.Any(candidate => candidate.Name.Contains("Behavior") || candidate.Name.Contains("Middleware"))
        && FilterQuestions.In(type.DeclaringSyntaxReferences).Any();
}
