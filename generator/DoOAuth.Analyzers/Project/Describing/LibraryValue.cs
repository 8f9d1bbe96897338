namespace DoOAuth.Analyzers.Project.Describing;

/// <summary>A description of what a member returns, as the attribute has it.</summary>
internal sealed record LibraryValue(string Member, string Verb, string Address);
