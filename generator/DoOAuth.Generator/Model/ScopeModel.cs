namespace DoOAuth.Generator.Model;

/// <summary>A declared scope and the guard named after it.</summary>
/// <param name="Literal">The scope as C# writes it.</param>
/// <param name="Text">The scope as a doc comment writes it.</param>
/// <param name="IsOptional">Whether it is asked for only when an endpoint needs it.</param>
/// <param name="Guard">The guard's name; null if another one has it.</param>
/// <param name="Required">What DigitalOcean requires beside it, as a doc comment writes it; empty where that is nothing or not known.</param>
/// <param name="Description">What a reader of the OpenAPI document is told, as C# writes it.</param>
internal sealed record ScopeModel(string Literal, string Text, bool IsOptional, string? Guard, string Required, string Description);
