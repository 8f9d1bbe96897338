using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Finds where code asks for a scope, or may let other code ask.</summary>
internal static class FilterQuestions
{
    private static readonly string[] Users = ["DigitalOceanUser", "ClaimsPrincipal", "ClaimsIdentity", "HttpContext", "IHttpContextAccessor"];
    private static readonly string[] Next = ["next", "_next", "continuation"];
    private static readonly string[] Frameworks = ["Microsoft", "System", "Grpc", "FastEndpoints", "Wolverine", "Carter"];

    /// <summary>The names of the methods that are called with the scope.</summary>
    public static IEnumerable<IdentifierNameSyntax> In(IEnumerable<SyntaxReference> code) => NamesIn(code)
        .OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText is "HasScope" or "HasClaim" or "AuthorizeAsync");

    /// <summary>Whether the code asks, by these methods or by the user's claims, or hands the user to code that may.</summary>
    public static bool MayAsk(IEnumerable<SyntaxReference> code)
    {
        var names = NamesIn(code).ToList();
        var users = new HashSet<string>(code.SelectMany(reference => reference.GetSyntax().DescendantNodesAndSelf()).SelectMany(UsersIn), StringComparer.Ordinal);
        return names.Any(name => name.Identifier.ValueText is "HasScope" or "HasClaim" or "AuthorizeAsync" or "FindFirst" or "FindFirstValue" or "FindAll"
            || (name.Identifier.ValueText is "Scopes" or "Claims" && IsMember(name))
            || (IsUser(name, users) && MayBeAskedAt(WholeOf(name))));
    }

    /// <summary>Whether a type without source is the framework's own, and does not ask.</summary>
    public static bool IsOfFramework(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object || Frameworks.Contains(type.ContainingNamespace.ToDisplayString().Split('.')[0]);

    private static IEnumerable<SimpleNameSyntax> NamesIn(IEnumerable<SyntaxReference> code) =>
        code.SelectMany(reference => reference.GetSyntax().DescendantNodes()).OfType<SimpleNameSyntax>();

    // The names that a declaration gives to a user, or to what has one.
    private static IEnumerable<string> UsersIn(SyntaxNode node) => node switch
    {
        ParameterSyntax { Type: { } type } parameter when IsUserType(type) => [parameter.Identifier.ValueText],
        PropertyDeclarationSyntax property when IsUserType(property.Type) => [property.Identifier.ValueText],
        VariableDeclarationSyntax { Type: { IsVar: false } type } declared when IsUserType(type) => declared.Variables.Select(variable => variable.Identifier.ValueText),
        VariableDeclaratorSyntax { Initializer.Value: { } value } variable when value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() is { } last && (IsUserMember(last) || IsUserType(last)) =>
            [variable.Identifier.ValueText],
        _ => [],
    };

    private static bool IsUserType(TypeSyntax type) => Users.Contains(type.ToString().TrimEnd('?').Split('.').Last());

    private static bool IsUser(SimpleNameSyntax name, HashSet<string> users) => IsMember(name)
        ? IsUserMember(name)
        : name is IdentifierNameSyntax && users.Contains(name.Identifier.ValueText);

    private static bool IsUserMember(SimpleNameSyntax name) =>
        name.Identifier.ValueText is "User" or "HttpContext" or "GetHttpContext"
        || (name is GenericNameSyntax { Identifier.ValueText: "GetRequiredService" or "GetService" or "Resolve", TypeArgumentList.Arguments: [var type] } && IsUserType(type));

    private static bool IsMember(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name && access.Expression is not IdentifierNameSyntax { Identifier.ValueText: "DoOAuth" },
        MemberBindingExpressionSyntax => true,
        _ => false,
    };

    // With what it is read of, and with its call if it is a method.
    private static SyntaxNode WholeOf(SimpleNameSyntax name)
    {
        SyntaxNode whole = IsMember(name) ? name.Parent! : name;
        while (whole.Parent is PostfixUnaryExpressionSyntax or ParenthesizedExpressionSyntax || (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole))
        {
            whole = whole.Parent;
        }

        return whole;
    }

    // What comes next gets the user anyway. A question for a role is none for a scope, and what a context gets out is looked at by itself.
    private static bool MayBeAskedAt(SyntaxNode user) => user.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => !(call.Expression is IdentifierNameSyntax { Identifier.ValueText: var called } && Next.Contains(called)),
        ArgumentSyntax => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called, Parent: InvocationExpressionSyntax } =>
            called != "IsInRole" && !called.StartsWith("Get", StringComparison.Ordinal),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax } => true,
        _ => false,
    };
}
