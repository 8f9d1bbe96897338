namespace DoOAuth.Templates.Staging.Validation;

/// <summary>What the template engine has against a template in the package.</summary>
/// <param name="Package">The package's file.</param>
/// <param name="Template">The template's configuration, by its path in the package.</param>
/// <param name="Code">The engine's code for it.</param>
/// <param name="Message">What is wrong, in the engine's words.</param>
internal sealed record PackageFault(string Package, string Template, string Code, string Message)
{
    /// <summary>The fault as MSBuild reads an error.</summary>
    public override string ToString() => $"{Package} : error {Code}: {Template}: {Message}";
}
