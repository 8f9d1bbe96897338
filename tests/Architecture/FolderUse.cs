namespace DoOAuth.Architecture.Tests;

/// <summary>A use of a type of another folder.</summary>
/// <param name="From">The folder that uses it.</param>
/// <param name="To">The folder that declares it.</param>
/// <param name="File">The file that uses it.</param>
/// <param name="Type">The type's name.</param>
internal sealed record FolderUse(string From, string To, string File, string Type);
