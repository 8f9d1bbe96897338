using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Describing;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project;

/// <summary>Describes a library for the projects that reference it.</summary>
internal static class LibraryDescription
{
    /// <summary>The source with the description's attributes; null if the project has nothing to do with DoOAuth.</summary>
    /// <param name="compilation">The library, with everything that is generated for it.</param>
    /// <param name="hasPages">Whether it has pages or components that may make calls: their code is not seen here.</param>
    /// <param name="isOwn">Whether a file is the library's own code.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    public static string? Of(Compilation compilation, bool hasPages, Func<SyntaxTree, bool> isOwn, CancellationToken cancellationToken)
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
        var edges = new LibraryEdges(calls.Graph, members).Of(calls.Summary.Edges, applications.Value.All.Select(application => (application.Symbol, uses.MembersWith(application.Symbol))), cancellationToken);
        var values = new LibraryValues(calls.Bodies, calls.Bodies.Implementations!.Types, members).All(cancellationToken);
        var hasUnknownCalls = hasPages
            || !calls.Summary.HandedOut.IsEmpty
            || !extractor.Libraries.Value.AreWhole
            || calls.Summary.Mentions.Any(mention => mention.Kind == GuardKind.Unreadable)
            || calls.Unclaimed.Any(alternative => alternative.Verdict.Operations.Count > 0)
            || calls.Unresolved.Any(site => site.Call.IsOnClient && !members.NamesOf(site.From).Any())
            || calls.All.Any(site => site.Call.Closed.Any(alternative => alternative.Verdict.Unreadable));
        var scopes = calls.Summary.Mentions.Where(mention => mention.Kind == GuardKind.Scope).Select(mention => mention.Scope).Distinct().OrderBy(scope => scope, StringComparer.Ordinal);
        return LibrarySource.Write(described, edges, values, hasUnknownCalls, string.Join(" ", scopes));
    }
}
