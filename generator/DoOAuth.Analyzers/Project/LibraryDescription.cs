using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Describing;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Project.Summaries;

namespace DoOAuth.Analyzers.Project;

/// <summary>Describes a library for the projects that reference it.</summary>
internal static class LibraryDescription
{
    /// <summary>The source with the description's attributes.</summary>
    /// <param name="library">The library.</param>
    /// <param name="hasPages">Whether it has pages or components that may make calls: their code is not seen here.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    public static string Of(ProjectReading library, bool hasPages, CancellationToken cancellationToken)
    {
        var (compilation, extractor, calls, applications, uses) = library;
        var members = new LibraryMembers(compilation.Assembly);
        var endpoints = new LibraryEndpoints(calls.Summary, calls.Dispatch, new GuardReader(new Lazy<ApplicationSet>(() => applications)), members, calls.Limits);
        var described = new LibraryCalls(calls.Graph, calls.Solver, applications, new CodeNames(calls.Summary), members, endpoints, calls.Limits).Of(calls.All, cancellationToken);
        var edges = new LibraryEdges(calls.Graph, members).Of(calls.Summary.Edges, applications.All.Select(application => (application.Symbol, uses.MembersWith(application.Symbol))), cancellationToken);
        var values = new LibraryValues(calls.Bodies, calls.Bodies.Implementations!.Types, members).All(cancellationToken);
        var hasUnknownCalls = hasPages
            || !calls.Summary.HandedOut.IsEmpty
            || !extractor.Libraries.Value.AreWhole
            || calls.Summary.Mentions.Any(mention => mention.Kind == GuardKind.Unreadable)
            || calls.Unclaimed.Any(alternative => alternative.Verdict.Operations.Count > 0)
            || calls.Unresolved.Any(site => site.Call.IsOnClient && !members.NamesOf(site.From).Any())
            || calls.All.Any(site => site.Call.Closed.Any(alternative => alternative.Verdict.Unreadable));
        var scopes = calls.Summary.Mentions.Where(mention => mention.Kind == GuardKind.Scope).SelectMany(mention => mention.Scopes).Distinct().OrderBy(scope => scope, StringComparer.Ordinal);
        return LibrarySource.Write(described, edges, values, hasUnknownCalls, string.Join(" ", scopes));
    }
}
