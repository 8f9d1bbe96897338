using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Catalog;

namespace DoOAuth.Analyzers.Project.Reports;

/// <summary>The guards that an endpoint lacks, as they are written there.</summary>
internal static class MissingGuards
{
    /// <summary>What to add, one of several if there is a choice.</summary>
    public static IReadOnlyList<string> Texts(UnguardedCall call, bool areSeveralApplications) =>
        [.. Of(call).Select(missing => Text(call.Place, missing.Application, missing.Scope, areSeveralApplications)).Distinct()];

    /// <summary>The names of guards to call on a builder, or null if the endpoint has no builder of its own.</summary>
    public static string? Calls(UnguardedCall call) =>
        call.Place == GuardPlace.Builder ? string.Join("|", Of(call).Select(missing => missing.Application.GuardFor(missing.Scope)).Distinct()) : null;

    /// <summary>The attributes to add, or null if they are not added to source code.</summary>
    public static string? Attributes(UnguardedCall call, bool areSeveralApplications) => call.Place is GuardPlace.Method or GuardPlace.Class
        ? string.Join("|", Of(call).Select(missing => areSeveralApplications ? $"{missing.Scope}@{missing.Application.Symbol.ToDisplayString()}" : missing.Scope).Distinct())
        : null;

    private static IReadOnlyList<(Application Application, string Scope)> Of(UnguardedCall call) => call.Gap.Missing(call.Path.Requirement.AnyOf);

    private static string Text(GuardPlace place, Application application, string scope, bool areSeveralApplications)
    {
        var attribute = $"[RequireScope({ScopeConstant.Of(scope)}{(areSeveralApplications ? $", Scheme = {application.Name}.Scheme" : "")})]";
        return place switch
        {
            GuardPlace.Builder => $".{application.GuardFor(scope)}()",
            GuardPlace.Configuration => $"Options(endpoint => endpoint.{application.GuardFor(scope)}())",
            GuardPlace.RazorFile => $"@attribute {attribute}",
            _ => attribute,
        };
    }
}
