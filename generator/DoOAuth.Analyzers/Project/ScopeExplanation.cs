using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Explaining;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project;

/// <summary>Explains the scopes of a project's annotated classes in code that the generated part of each class calls.</summary>
internal static class ScopeExplanation
{
    private const string Property = "ScopeUses";

    /// <summary>
    /// Whether the project has annotated classes to explain. In a program the code has to name the property: to read a whole program makes a build a third to a half
    /// longer, and most programs never ask. A library is read anyway, and its property is for others.
    /// </summary>
    /// <param name="compilation">The project, before anything is generated for it.</param>
    /// <param name="isLibrary">Whether it is a library.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    public static bool IsFor(Compilation compilation, bool isLibrary, CancellationToken cancellationToken) =>
        (isLibrary || compilation.SyntaxTrees.Any(tree => TextSearch.Contains(tree.GetText(cancellationToken), Property)))
        && ApplicationSet.Of(compilation, cancellationToken).Value.All.Any(application => application is { IsInSource: true, Scopes.IsEmpty: false });

    /// <summary>The names and texts of the files, one for each class.</summary>
    /// <param name="project">The project.</param>
    /// <param name="isOwn">Whether a file is the user's, and not generated.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    public static IEnumerable<(string Name, string Source)> Of(ProjectReading project, Func<SyntaxTree, bool> isOwn, CancellationToken cancellationToken)
    {
        var uses = ExplainedScopes.Of(project.Calls.Code, project.Applications, project.Compilation.Assembly, cancellationToken);
        foreach (var application in uses.Applications.Where(application => !application.Scopes.IsEmpty))
        {
            // The generated part's own file has a name that no other class has.
            if (ScopeUseSource.FindTable(application.Symbol, isOwn) is { } table)
            {
                yield return ($"{NameOf(table.SyntaxTree)}.ScopeUses.g.cs", ScopeUseSource.Write(table, uses.Of(application)));
            }
        }
    }

    private static string NameOf(SyntaxTree part)
    {
        var name = part.FilePath.Substring(part.FilePath.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(".g.cs", StringComparison.Ordinal) ? name.Substring(0, name.Length - ".g.cs".Length) : name;
    }
}
