namespace DoOAuth.Templates.Tests.Scaffolding;

/// <summary>Names of apps that make trouble: no identifiers, keywords, a class that there is, alone or behind a dot, names that end as the class does, the name of a package, spaces, what XML and the shell take otherwise, other scripts.</summary>
internal static class HostileNames
{
    public static readonly string[] All = ["my-api", "dooauth", "A..B", "A & B", "2fast.Api", "Program", "class", "Acme.Reef", "My Api", "Acme.2024Edition", "珊瑚礁.App", "Küstenwächter", "Droplet", "ReefDeck", "1st-app", "my.app", "AppJson.Api", "Acme.Program"];
}
