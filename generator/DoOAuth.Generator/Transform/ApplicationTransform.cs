using System.Collections.Immutable;
using DoOAuth.Catalog.Names;
using DoOAuth.Catalog.Symbols;
using DoOAuth.Generator.Model;

namespace DoOAuth.Generator.Transform;

/// <summary>Applies the defaults and determines the names of everything that is emitted.</summary>
internal static class ApplicationTransform
{
    /// <summary>The models in an order that does not depend on the position of the classes in the source.</summary>
    public static IEnumerable<ApplicationModel> ToApplications(ImmutableArray<ApplicationDeclaration> declarations, CancellationToken cancellation)
    {
        var claims = new NameClaims();
        var applications = new List<ApplicationModel>(declarations.Length);
        foreach (var declaration in declarations.OrderBy(declaration => declaration.FullName, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            applications.Add(ToApplication(declaration, claims));
        }

        return applications;
    }

    private static ApplicationModel ToApplication(ApplicationDeclaration declaration, NameClaims claims)
    {
        var names = new MemberNames(declaration);
        var section = declaration.Attribute.ConfigurationSection ?? "DigitalOcean";
        var isReachable = declaration.Reach is Reach.Public or Reach.Internal;
        var types = declaration.ContainingTypes.Append(declaration.Type).Select(ToTypeName).ToList();
        var addMethod = claims.Method(EmittedNames.AddMethod(declaration.Type.Name));
        return new ApplicationModel(
            claims.File(declaration.FullName),
            declaration.Namespace,
            new(types.Take(types.Count - 1)),
            types[types.Count - 1],
            CSharpText.Documentation(declaration.Type.Name),
            "global::" + string.Join(".", new[] { declaration.Namespace }.Where(name => name.Length > 0).Concat(types.Select(type => type.Name))),
            declaration.Reach == Reach.Public ? "public" : "internal",
            declaration.Reach is not (Reach.File or Reach.NotPartial),
            isReachable,
            claims.Type(
                declaration.Namespace,
                EmittedNames.ExtensionClass(declaration.ContainingTypes.Append(declaration.Type).Select(type => type.Name)),
                [.. declaration.SiblingNames]),
            addMethod,
            claims.Method(EmittedNames.MapMethod(declaration.Type.Name)),
            ToConstants(declaration, names),
            CSharpText.Literal(section),
            CSharpText.Documentation(section),
            names.Nested("Links"),
            names.Nested("Client"),
            names.Own("DigitalOceanApplication"),
            names.Own("Registration"),
            names.Own("ScopeUses"),
            names.Own("ScopeUseTable"),
            new(ScopeTransform.ToModels(declaration, claims)),
            isReachable ? declaration.Hooks : Hooks.None,
            declaration.HasOpenApi && addMethod is not null ? ToOpenApiNames(SchemeOf(declaration)) : null);
    }

    private static string SchemeOf(ApplicationDeclaration declaration) => declaration.Attribute.Scheme ?? declaration.Type.Name;

    // Keys of an OpenAPI document's components match ^[a-zA-Z0-9._-]+$.
    private static OpenApiNames ToOpenApiNames(string scheme) => new(
        CSharpText.Literal(string.Concat(scheme.Select(character =>
            character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-' ? character : '_'))),
        CSharpText.Literal(scheme + ".Session"),
        CSharpText.Literal(scheme + ".Login"),
        CSharpText.Literal(scheme + ".Callback"),
        CSharpText.Literal(scheme + ".Logout"),
        CSharpText.Literal(scheme + ".Disconnect"),
        CSharpText.Literal(scheme + ".User"));

    private static ApplicationConstants ToConstants(ApplicationDeclaration declaration, MemberNames names)
    {
        var attribute = declaration.Attribute;
        var scheme = SchemeOf(declaration);
        return new ApplicationConstants(
            names.Constant("Scheme", scheme, "The name of the OAuth scheme and of its options, and the <c>Scheme</c> for <c>[RequireScope]</c>."),
            names.Constant("SessionScheme", scheme + ".Session", "The name of the session's cookie scheme. Use it to authenticate."),
            names.Constant("LoginPath", attribute.LoginPath ?? DefaultPaths.Login, "The path of the <c>GET</c> login endpoint, which redirects to DigitalOcean."),
            names.Constant("CallbackPath", attribute.CallbackPath ?? DefaultPaths.Callback, "The path of the <c>GET</c> callback endpoint. Register its address at DigitalOcean."),
            names.Constant("LogoutPath", attribute.LogoutPath ?? DefaultPaths.Logout, "The path of the <c>POST</c> logout endpoint, which ends the session."),
            names.Constant("DisconnectPath", attribute.DisconnectPath ?? DefaultPaths.Disconnect, "The path of the <c>POST</c> disconnect endpoint, which takes back the access that this browser was given and ends the session."),
            names.Constant("UserPath", attribute.UserPath ?? DefaultPaths.User, "The path of the <c>GET</c> user endpoint, which returns the signed-in user."));
    }

    private static TypeName ToTypeName(TypeDeclaration type) => new(
        type.Keyword,
        Identifier.Escape(type.Name) + (type.TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", type.TypeParameters)}>"));
}
