namespace DoOAuth.Analyzers.Project.Describing;

/// <summary>A description of one call, as the attribute has it.</summary>
internal sealed record LibraryCall(string Member, string Verb, string Address, string? Client, string? Receiver)
{
    /// <summary>The scopes that a typed client names for an operation which DigitalOcean's list does not have; null for others.</summary>
    public string? Scopes { get; init; }

    /// <summary>The code on the way; the shortest of several.</summary>
    public string Through { get; init; } = "";

    /// <summary>Whether each way to it checks the user's scopes.</summary>
    public bool IsChecked { get; init; }
}
