namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>Where a call comes from that a referenced library describes.</summary>
/// <param name="Assembly">The library.</param>
/// <param name="Through">The library's code between the member and the call, for messages; empty if the member makes it.</param>
internal sealed record LibraryOrigin(string Assembly, string Through);
