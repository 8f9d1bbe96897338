namespace DoOAuth.Generator.Rendering;

/// <summary>An emitted file.</summary>
internal sealed record SourceFile(string HintName, string Text);
