namespace DoOAuth.Analyzers.Values;

/// <summary>The operation that a method says it calls.</summary>
/// <param name="Method">The verb in capitals.</param>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="Scopes">The scopes that it needs, as in <c>data/operations.tsv</c>.</param>
internal sealed record DeclaredOperation(string Method, string Path, string Scopes);
