using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DoOAuth.Sandbox;

/// <summary>A user who can sign in at the sandbox.</summary>
/// <param name="Uuid">The user's ID, as in <c>info.uuid</c> of the token response.</param>
/// <param name="Name">The displayed name, such as <c>Sammy the Shark</c>.</param>
/// <param name="Email">The email address.</param>
/// <param name="TeamUuid">The ID of the user's team.</param>
/// <param name="TeamName">The team's name.</param>
public sealed record SandboxUser(string Uuid, string Name, string Email, string TeamUuid, string TeamName)
{
    /// <summary>Sammy the Shark, the default user.</summary>
    public static SandboxUser Sammy { get; } = new(
        "b6fr89dbf6d9156cace5f3c78dc9851d957381ef",
        "Sammy the Shark",
        "sammy@example.com",
        "5df3e3004a17e242b7c20ca6c9fc25b701a47ece",
        "My Team");

    /// <summary>Coral Reef, a second user whom you can choose on the consent page.</summary>
    public static SandboxUser Coral { get; } = new(
        "0c5e1f5aa2b94d0c8ef6d3a1b7c84e92f1d6a3b7",
        "Coral Reef",
        "coral@example.com",
        "9e1c7b52d04f4b6c8a3d5f6e7081924ab3c5d7e9",
        "Reef Builders");

    /// <summary>The number that introspection shows as <c>resource_owner_id</c>. DigitalOcean's clients read an integer of 32 bits.</summary>
    internal int Number => BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Uuid))) & int.MaxValue;
}
