namespace DoOAuth.Generator.Rendering;

/// <summary>Says in emitted code which generator, in which version, emitted it.</summary>
internal static class GeneratedBy
{
    /// <summary>The attribute for an emitted type or member.</summary>
    public static string Attribute { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"DoOAuth.Generator\", \"{typeof(GeneratedBy).Assembly.GetName().Version.ToString(3)}\")]";
}
