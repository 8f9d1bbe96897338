namespace DoOAuth.Generator.Model;

/// <summary>A nested partial class of the user's own, with which an emitted part of the same name merges.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StatesAccess">Whether it states its accessibility.</param>
/// <param name="HasConstructor">Whether it has a constructor.</param>
internal sealed record NestedPart(string Name, bool StatesAccess, bool HasConstructor);
