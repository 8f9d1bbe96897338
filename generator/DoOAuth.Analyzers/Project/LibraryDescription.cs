using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Describing;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Reports;

namespace DoOAuth.Analyzers.Project;

/// <summary>Describes a library for the projects that reference it.</summary>
internal static class LibraryDescription
{
    /// <summary>The source with the description's attributes.</summary>
    /// <param name="library">The library.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    public static string Of(ProjectReading library, CancellationToken cancellationToken)
    {
        var (compilation, extractor, calls, applications) = library;
        var members = new LibraryMembers(compilation.Assembly);
        var endpoints = new LibraryEndpoints(calls.Summary, calls.Dispatch, new GuardReader(new Lazy<ApplicationSet>(() => applications)), members);
        var described = new LibraryCalls(calls.Graph, calls.Solver, applications, new CodeNames(calls.Summary), members, endpoints).Of(calls.All, cancellationToken);
        var edges = new LibraryEdges(calls.Graph, members).Of(calls.Summary.Edges, cancellationToken);
        var hasUnknownCalls = !calls.Summary.HandedOut.IsEmpty
            || !extractor.Libraries.Value.AreWhole
            || calls.All.Any(site => site.Call.IsOnClient && site.Call.Closed.Any(alternative => alternative.Verdict.Unreadable));
        return LibrarySource.Write(described, edges, hasUnknownCalls);
    }
}
