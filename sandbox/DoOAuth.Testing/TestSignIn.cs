using DoOAuth.Sandbox;

namespace DoOAuth.Testing;

/// <summary>Who is signed in, and what they granted.</summary>
public sealed class TestSignIn
{
    /// <summary>The user. The default is <see cref="SandboxUser.Sammy"/>.</summary>
    public SandboxUser User { get; set; } = SandboxUser.Sammy;

    /// <summary>
    /// The scopes that the user granted, and no others. Without a scope, these are the scopes that the annotated class declares without
    /// <c>Optional</c>: what a user has after the first sign-in.
    /// </summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>
    /// The scheme of the annotated class to sign in to, such as <c>Reef.Scheme</c>. With one annotated class, this is not necessary.
    /// </summary>
    public string? Scheme { get; set; }
}
