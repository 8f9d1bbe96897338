namespace DoOAuth.Generator.Model;

/// <summary>A type emitted inside the annotated class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Access">Its accessibility and a space; empty if a part that the user has written specifies it.</param>
/// <param name="HasConstructor">Whether a part of the user's has a constructor.</param>
internal sealed record NestedTypeModel(string Name, string Access, bool HasConstructor);
