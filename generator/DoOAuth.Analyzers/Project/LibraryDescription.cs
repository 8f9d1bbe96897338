using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Describing;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Reports;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project;

/// <summary>Describes a library for the projects that reference it.</summary>
internal static class LibraryDescription
{
    /// <summary>The source with the description's attributes; null if the project has nothing to do with DoOAuth.</summary>
    /// <param name="compilation">The library, with everything that is generated for it.</param>
    /// <param name="isOwn">Whether a file is the library's own code.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    public static string? Of(Compilation compilation, Func<SyntaxTree, bool> isOwn, CancellationToken cancellationToken)
    {
        var applications = ApplicationSet.Of(compilation, cancellationToken);
        if (ProjectExtractor.Of(compilation, applications) is not { } extractor)
        {
            return null;
        }

        var uses = new ApplicationUses();
        CodeReader.Read(compilation, extractor, ApiCallReader.OfFiles(applications), uses, isOwn, cancellationToken);
        var calls = ProjectCalls.Of(extractor, compilation, applications.Value, cancellationToken);
        var members = new LibraryMembers(compilation.Assembly);
        var endpoints = new LibraryEndpoints(calls.Summary, calls.Dispatch, new GuardReader(applications), members, calls.Limits);
        var described = new LibraryCalls(calls.Graph, calls.Solver, applications.Value, new CodeNames(calls.Summary), members, endpoints, calls.Limits).Of(calls.All, cancellationToken);
        var edges = new LibraryEdges(calls.Graph, members).Of(calls.Summary.Edges, cancellationToken);
        var values = new LibraryValues(calls.Bodies, calls.Bodies.Implementations!.Types, members).All(cancellationToken);
        var hasUnknownCalls = !calls.Summary.HandedOut.IsEmpty
            || !extractor.Libraries.Value.AreWhole
            || calls.All.Any(site => site.Call.IsOnClient && site.Call.Closed.Any(alternative => alternative.Verdict.Unreadable));
        var used = applications.Value.All.Where(application => uses.PlaceOf(application.Symbol) is not null).Select(application => application.Symbol.GetDocumentationCommentId());
        return LibrarySource.Write(described, edges, values, hasUnknownCalls, string.Join(" ", used));
    }
}
