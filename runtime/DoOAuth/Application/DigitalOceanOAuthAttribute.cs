namespace DoOAuth;

/// <summary>
/// Declares an application registered at DigitalOcean. For a partial class with this attribute, the generator emits <c>Add…</c>, <c>Map…</c>, a guard
/// for each declared scope, typed links and a client, all named after the class.
/// </summary>
/// <remarks>Paths are route patterns and start with a slash. Each annotated class is an application of its own.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class DigitalOceanOAuthAttribute : Attribute
{
    /// <summary>The path of the <c>GET</c> login endpoint, which redirects to DigitalOcean. The default is <c>/login</c>.</summary>
    public string? LoginPath { get; set; }

    /// <summary>The path of the <c>GET</c> callback endpoint. Register its address at DigitalOcean. The default is <c>/callback</c>.</summary>
    public string? CallbackPath { get; set; }

    /// <summary>The path of the <c>POST</c> logout endpoint, which ends the session. The default is <c>/logout</c>.</summary>
    public string? LogoutPath { get; set; }

    /// <summary>
    /// The path of the <c>POST</c> disconnect endpoint, which revokes the session's tokens and ends it. The default is <c>/disconnect</c>.
    /// </summary>
    public string? DisconnectPath { get; set; }

    /// <summary>The path of the <c>GET</c> user endpoint, which returns the signed-in user as JSON. The default is <c>/me</c>.</summary>
    public string? UserPath { get; set; }

    /// <summary>
    /// The name of the OAuth scheme. The session's cookie scheme is this name followed by <c>.Session</c>. The default is the class's name.
    /// </summary>
    public string? Scheme { get; set; }

    /// <summary>The configuration section that contains <c>ClientId</c> and <c>ClientSecret</c>. The default is <c>DigitalOcean</c>.</summary>
    public string? ConfigurationSection { get; set; }

    /// <summary>A prefix for the names of guards: <c>Admin</c> changes them to <c>RequireAdminDropletRead()</c>. There is none by default.</summary>
    public string? GuardPrefix { get; set; }
}
