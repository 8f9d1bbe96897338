using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.CodeFixes.Choices;

/// <summary>One way to fix a report: scopes to declare on a class.</summary>
internal sealed record ScopeOption(INamedTypeSymbol Application, ImmutableArray<string> Scopes)
{
    /// <summary>The class, by documentation comment ID.</summary>
    public string ApplicationId { get; } = Application.GetDocumentationCommentId() ?? Application.ToDisplayString();

    /// <summary>The scopes, separated by spaces.</summary>
    public string Combination { get; } = string.Join(" ", Scopes);

    /// <summary>The choice that this option means among the report's options.</summary>
    public Choice Among(IReadOnlyList<ScopeOption> options, string variant) => new(
        variant,
        options.Any(other => other.ApplicationId != ApplicationId) ? ApplicationId : null,
        options.Any(other => other.Combination != Combination) ? Combination : null);
}
