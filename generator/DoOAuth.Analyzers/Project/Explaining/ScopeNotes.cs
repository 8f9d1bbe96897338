using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Embedded;
using DoOAuth.Catalog.Symbols;

namespace DoOAuth.Analyzers.Project.Explaining;

/// <summary>Says why a scope is declared if no call and no guarded endpoint needs it.</summary>
internal static class ScopeNotes
{
    /// <summary>The note for a declared scope.</summary>
    public static string Of(ScopeDeclaration scope, Application application, ProjectSummary summary)
    {
        if (summary.Mentions.Any(mention => mention.Kind == GuardKind.Scope
            && (mention.Application is null || ReferenceEquals(mention.Application, application))
            && mention.Scopes.Any(one => ScopeCoverage.Covers(scope.Name, one))))
        {
            return "a guard, a check or a link names it";
        }

        var requiring = application.Scopes.Select(other => other.Name).Where(other => other != scope.Name && Requires(other, scope.Name)).Distinct().ToList();
        return requiring.Count > 0 ? $"DigitalOcean requires it in addition to {string.Join(", ", requiring)}"
            : ScopeCoverage.Covers(scope.Name, "account:read") ? "sign-in may use it to find out who the user is"
            : "no use was found in this project";
    }

    private static bool Requires(string scope, string other) =>
        BundledCatalogs.Scopes.Find(scope) is not null && RequiredScopes.Of(scope, BundledCatalogs.Scopes).Any(required => ScopeCoverage.Covers(other, required));
}
