namespace DoOAuth;

/// <summary>Declares a scope that the application requests from DigitalOcean. The generator emits a guard named after the scope.</summary>
/// <param name="scope">The name of the scope, preferably a constant of <see cref="Scopes"/>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DigitalOceanScopeAttribute(string scope) : Attribute
{
    /// <summary>The name of the scope, such as <c>droplet:read</c>.</summary>
    public string Scope { get; } = scope;

    /// <summary>Whether the first sign-in does not request the scope. It is requested when an endpoint needs it.</summary>
    public bool Optional { get; set; }
}
