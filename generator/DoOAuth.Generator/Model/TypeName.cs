namespace DoOAuth.Generator.Model;

/// <summary>A type as its emitted part opens.</summary>
/// <param name="Keyword">What it is, such as <c>class</c>.</param>
/// <param name="Name">Its name in code, with type parameters.</param>
internal sealed record TypeName(string Keyword, string Name);
