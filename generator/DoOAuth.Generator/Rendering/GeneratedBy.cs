namespace DoOAuth.Generator.Rendering;

/// <summary>Marks emitted code with the name and version of the generator.</summary>
internal static class GeneratedBy
{
    /// <summary>The attribute for an emitted type or member.</summary>
    public static string Attribute { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"DoOAuth.Generator\", \"{typeof(GeneratedBy).Assembly.GetName().Version.ToString(3)}\")]";
}
