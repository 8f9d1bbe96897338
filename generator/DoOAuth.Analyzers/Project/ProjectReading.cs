using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Extraction;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project;

/// <summary>A whole project as a generator reads it.</summary>
/// <param name="Compilation">The project, with what is generated for it.</param>
/// <param name="Extractor">What was read of its code.</param>
/// <param name="Calls">Its calls of the API.</param>
/// <param name="Applications">The annotated classes.</param>
/// <param name="Uses">Those that it adds and maps.</param>
internal sealed record ProjectReading(Compilation Compilation, ProjectExtractor Extractor, ProjectCalls Calls, ApplicationSet Applications, ApplicationUses Uses)
{
    /// <summary>Reads a project; null if it has nothing to do with DoOAuth.</summary>
    /// <param name="compilation">The project, with everything that is generated for it.</param>
    /// <param name="isOwn">Whether a file is the project's own code.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    public static ProjectReading? Of(Compilation compilation, Func<SyntaxTree, bool> isOwn, CancellationToken cancellationToken)
    {
        var applications = ApplicationSet.Of(compilation, cancellationToken);
        if (ProjectExtractor.Of(compilation, applications) is not { } extractor)
        {
            return null;
        }

        var uses = new ApplicationUses();
        CodeReader.Read(compilation, extractor, ApiCallReader.OfFiles(applications), uses, isOwn, cancellationToken);
        return new ProjectReading(compilation, extractor, ProjectCalls.Of(extractor, compilation, applications.Value, cancellationToken), applications.Value, uses);
    }
}
