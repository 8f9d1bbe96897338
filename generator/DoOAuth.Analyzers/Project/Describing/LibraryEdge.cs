namespace DoOAuth.Analyzers.Project.Describing;

/// <summary>A description of a way from a member to code that other projects write, as the attribute has it.</summary>
internal sealed record LibraryEdge(string From, string To, bool IsOnThis, string? Receiver, string? TypeArguments);
