namespace DoOAuth.Generator.Model;

/// <summary>A type emitted inside the annotated class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Access">Its accessibility with a space behind it; empty where a part of the user's states it.</param>
/// <param name="HasConstructor">Whether a part of the user's has a constructor.</param>
internal sealed record NestedTypeModel(string Name, string Access, bool HasConstructor);
