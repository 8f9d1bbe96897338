namespace DoOAuth.Generator.Model;

/// <summary>A declared scope and the guard named after it.</summary>
/// <param name="Literal">The scope as written in C#.</param>
/// <param name="Text">The scope as written in a doc comment.</param>
/// <param name="IsOptional">Whether it is requested only when an endpoint needs it.</param>
/// <param name="Guard">The guard's name; null if another one has it.</param>
/// <param name="Required">The scopes that DigitalOcean also requires, as written in a doc comment; empty if there are none or if it is not known.</param>
/// <param name="Description">The description for the OpenAPI document, as written in C#.</param>
internal sealed record ScopeModel(string Literal, string Text, bool IsOptional, string? Guard, string Required, string Description);
