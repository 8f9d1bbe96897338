namespace DoOAuth;

/// <summary>
/// Declares an application registered at DigitalOcean. On a partial class it generates <c>Add…</c>, <c>Map…</c>,
/// a guard for each declared scope, typed links and a client, all named after the class.
/// </summary>
/// <remarks>Paths are route patterns and begin with a slash. Several annotated classes are several applications.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class DigitalOceanOAuthAttribute : Attribute
{
    /// <summary>Path of <c>GET</c> login, which sends the browser to DigitalOcean. <c>/login</c> by default.</summary>
    public string? LoginPath { get; set; }

    /// <summary>Path of <c>GET</c> callback, to be registered at DigitalOcean. <c>/callback</c> by default.</summary>
    public string? CallbackPath { get; set; }

    /// <summary>Path of <c>POST</c> logout, which forgets the session. <c>/logout</c> by default.</summary>
    public string? LogoutPath { get; set; }

    /// <summary>Path of <c>POST</c> disconnect, which revokes the session's tokens and ends it. <c>/disconnect</c> by default.</summary>
    public string? DisconnectPath { get; set; }

    /// <summary>Path of <c>GET</c> user, which answers with the signed-in user as JSON. <c>/me</c> by default.</summary>
    public string? UserPath { get; set; }

    /// <summary>Name of the OAuth scheme; the session's cookie scheme is this with <c>.Session</c> after it. The class's name by default.</summary>
    public string? Scheme { get; set; }

    /// <summary>Section of the configuration that holds <c>ClientId</c> and <c>ClientSecret</c>. <c>DigitalOcean</c> by default.</summary>
    public string? ConfigurationSection { get; set; }

    /// <summary>Put into the guards' names, so that <c>Admin</c> makes <c>RequireAdminDropletRead()</c>. None by default.</summary>
    public string? GuardPrefix { get; set; }
}
