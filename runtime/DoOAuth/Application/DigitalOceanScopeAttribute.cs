namespace DoOAuth;

/// <summary>Declares a scope that the annotated application asks DigitalOcean for, and generates the guard named after it.</summary>
/// <param name="scope">The scope's name, best taken from <see cref="Scopes"/>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DigitalOceanScopeAttribute(string scope) : Attribute
{
    /// <summary>The scope's name, such as <c>droplet:read</c>.</summary>
    public string Scope { get; } = scope;

    /// <summary>Whether the scope is left out of the first sign-in and asked for only when an endpoint needs it.</summary>
    public bool Optional { get; set; }
}
