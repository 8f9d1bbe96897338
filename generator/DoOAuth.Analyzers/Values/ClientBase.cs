namespace DoOAuth.Analyzers.Values;

/// <summary>The base address that the code gives to a plain client.</summary>
/// <param name="Address">The address.</param>
/// <param name="HasOwnToken">Whether the code that does so gives the client a token as well, or a handler that may.</param>
internal sealed record ClientBase(TextPattern Address, bool HasOwnToken = false);
