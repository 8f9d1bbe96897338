using DoOAuth.Generator.Model;

namespace DoOAuth.Generator.Rendering.Templates;

/// <summary>The property that describes an application to the runtime.</summary>
internal sealed partial class DescriptorTemplate
{
    /// <summary>The application.</summary>
    public required ApplicationModel Application { get; init; }

    /// <summary>The property's accessibility.</summary>
    public required string Access { get; init; }

    /// <summary>Whether the property is inside the annotated class, where it can use the class's constants.</summary>
    public required bool IsMember { get; init; }

    private string Scheme => ValueOf(Application.Constants.Scheme);

    private string LoginPath => ValueOf(Application.Constants.LoginPath);

    private string CallbackPath => ValueOf(Application.Constants.CallbackPath);

    private string LogoutPath => ValueOf(Application.Constants.LogoutPath);

    private string DisconnectPath => ValueOf(Application.Constants.DisconnectPath);

    private string UserPath => ValueOf(Application.Constants.UserPath);

    private IReadOnlyList<ScopeModel> RequiredScopes => [.. Application.Scopes.Where(scope => !scope.IsOptional)];

    private IReadOnlyList<ScopeModel> OptionalScopes => [.. Application.Scopes.Where(scope => scope.IsOptional)];

    private Hooks Hooks => Application.Hooks;

    private string ValueOf(ConstantModel constant) => IsMember ? constant.Reference : constant.Literal;
}
