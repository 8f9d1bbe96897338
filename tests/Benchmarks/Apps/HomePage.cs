namespace DoOAuth.Benchmarks.Apps;

/// <summary>The page that shows the user, in every app the same.</summary>
internal sealed record HomePage(string? Uuid, string? Name, string? Email, string? Team);
