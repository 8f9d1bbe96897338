namespace DoOAuth.Generator.Model;

/// <summary>A type's own line in its declaration.</summary>
/// <param name="Keyword">What it is: <c>class</c>, <c>record struct</c> and so on.</param>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="TypeParameters">Names of its type parameters, as written in code.</param>
internal sealed record TypeDeclaration(string Keyword, string Name, EquatableArray<string> TypeParameters)
{
    /// <summary>The name as part of a file's name, where generic types of different arity differ.</summary>
    public string FileName => TypeParameters.Count == 0 ? Name : $"{Name}_{TypeParameters.Count}";
}
