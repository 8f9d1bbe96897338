namespace DoOAuth.Templates.Staging.Linting;

/// <summary>What is wrong with a template.</summary>
/// <param name="File">The file, from the folder that holds the templates.</param>
/// <param name="Line">The line from 1, or 0 for the file as a whole.</param>
/// <param name="Message">What is wrong, and how to fix it.</param>
internal sealed record LintFault(string File, int Line, string Message)
{
    /// <summary>The fault as MSBuild reads an error.</summary>
    public override string ToString() => $"{File}({Math.Max(Line, 1)}): error DOOTPL001: {Message}";
}
