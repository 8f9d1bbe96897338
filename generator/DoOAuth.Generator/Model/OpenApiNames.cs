namespace DoOAuth.Generator.Model;

/// <summary>Names that the OpenAPI transformer goes by, as C# writes them.</summary>
/// <param name="SecurityScheme">The security scheme's key: the scheme, with what such a key may not hold replaced.</param>
/// <param name="SessionScheme">The name of the cookie scheme.</param>
/// <param name="Login">Name of the login endpoint.</param>
/// <param name="Callback">Name of the callback endpoint.</param>
/// <param name="Logout">Name of the logout endpoint.</param>
/// <param name="Disconnect">Name of the disconnect endpoint.</param>
/// <param name="User">Name of the user endpoint.</param>
internal sealed record OpenApiNames(
    string SecurityScheme, string SessionScheme, string Login, string Callback, string Logout, string Disconnect, string User);
