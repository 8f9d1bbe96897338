namespace DoOAuth.Api;

/// <summary>
/// States which operation of DigitalOcean's API a method calls, and the scopes that the operation needs. DoOAuth's analyzers read it where the method
/// is called. It is open to methods of other libraries; analyzers find it by its full name, so a library can also declare an attribute of its own with
/// this name and these parameters.
/// </summary>
/// <param name="method">The HTTP method in capitals, such as <c>GET</c>.</param>
/// <param name="path">The path with its parameters in braces, such as <c>/v2/droplets/{droplet_id}</c>.</param>
/// <param name="scopes">
/// The scopes. All of them are needed. An element with bars, such as <c>domain:create|domain:update</c>, is needed in one of the forms: either will
/// do. Without an element, the operation needs no scope.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DigitalOceanOperationAttribute(string method, string path, params string[] scopes) : Attribute
{
    /// <summary>The HTTP method in capitals.</summary>
    public string Method { get; } = method;

    /// <summary>The path with its parameters in braces.</summary>
    public string Path { get; } = path;

    /// <summary>The scopes that the operation needs. In an element with bars, one of the scopes is enough.</summary>
    public IReadOnlyList<string> Scopes { get; } = scopes;
}
