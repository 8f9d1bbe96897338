using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator.Analyzers.Applications;

/// <summary>A <c>[DigitalOceanScope]</c> of an annotated class.</summary>
/// <param name="Name">The scope as the source spells it.</param>
/// <param name="IsOptional">Whether it is asked for only when an endpoint needs it.</param>
/// <param name="Attribute">Where the attribute stands; nothing where the class comes from a referenced project.</param>
internal sealed record ScopeDeclaration(string Name, bool IsOptional, SyntaxReference? Attribute);
