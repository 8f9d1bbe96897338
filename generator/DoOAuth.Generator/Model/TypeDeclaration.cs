namespace DoOAuth.Generator.Model;

/// <summary>The line of a type's declaration.</summary>
/// <param name="Keyword">The kind of type: <c>class</c>, <c>record struct</c> and so on.</param>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="TypeParameters">Names of its type parameters, as written in code.</param>
internal sealed record TypeDeclaration(string Keyword, string Name, EquatableArray<string> TypeParameters)
{
    /// <summary>The name as part of a file's name, which includes the arity of generic types.</summary>
    public string FileName => TypeParameters.Count == 0 ? Name : $"{Name}_{TypeParameters.Count}";
}
