namespace DoOAuth.Generator.Model;

/// <summary>A nested partial class that the user has written. An emitted part with the same name is merged with it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StatesAccess">Whether it specifies its accessibility.</param>
/// <param name="HasConstructor">Whether it has a constructor.</param>
internal sealed record NestedPart(string Name, bool StatesAccess, bool HasConstructor);
