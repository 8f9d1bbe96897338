using Microsoft.TemplateEngine.Abstractions;

namespace DoOAuth.Templates.Tests.Engine;

/// <summary>What a template has made.</summary>
/// <param name="Files">The text of each file, by its path from the output folder.</param>
/// <param name="Result">Primary outputs and post-actions.</param>
public sealed record TemplateOutput(IReadOnlyDictionary<string, string> Files, ICreationResult Result)
{
    /// <summary>What <c>dotnet new</c> would tell a person to do next.</summary>
    public string Instructions => string.Join('\n', Result.PostActions.Select(action => action.ManualInstructions));

    /// <summary>The files whose names end so.</summary>
    public IEnumerable<string> Named(string end) => Files.Where(file => file.Key.EndsWith(end, StringComparison.Ordinal)).Select(file => file.Value);
}
