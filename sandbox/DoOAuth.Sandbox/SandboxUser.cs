namespace DoOAuth.Sandbox;

/// <summary>Somebody who can sign in at the sandbox.</summary>
/// <param name="Uuid">The user's id, as it stands in the token answer's <c>info.uuid</c>.</param>
/// <param name="Name">The name that is shown, such as <c>Sammy the Shark</c>.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="TeamUuid">The id of the team that the user acts for.</param>
/// <param name="TeamName">The team's name.</param>
public sealed record SandboxUser(string Uuid, string Name, string Email, string TeamUuid, string TeamName)
{
    /// <summary>Sammy the Shark, who is signed in unless somebody else is picked.</summary>
    public static SandboxUser Sammy { get; } = new(
        "b6fr89dbf6d9156cace5f3c78dc9851d957381ef",
        "Sammy the Shark",
        "sammy@example.com",
        "5df3e3004a17e242b7c20ca6c9fc25b701a47ece",
        "My Team");

    /// <summary>Coral Reef, a second user to pick on the consent page.</summary>
    public static SandboxUser Coral { get; } = new(
        "0c5e1f5aa2b94d0c8ef6d3a1b7c84e92f1d6a3b7",
        "Coral Reef",
        "coral@example.com",
        "9e1c7b52d04f4b6c8a3d5f6e7081924ab3c5d7e9",
        "Reef Builders");
}
