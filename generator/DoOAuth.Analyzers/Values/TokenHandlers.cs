using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values;

/// <summary>Tells handlers that may set the header <c>Authorization</c> from those of the project that do not, such as one that logs.</summary>
internal static class TokenHandlers
{
    /// <summary>Whether a call on a client's builder adds a handler that may set the header.</summary>
    /// <param name="call">The call.</param>
    /// <param name="model">The meaning of its file; null if it is out of reach.</param>
    public static bool MaySet(InvocationExpressionSyntax call, SemanticModel? model) => call.Expression is MemberAccessExpressionSyntax { Name: var name }
        && (name.Identifier.ValueText is "AddHttpMessageHandler" or "ConfigurePrimaryHttpMessageHandler" or "ConfigureAdditionalHttpMessageHandlers"
            ? HandlerOf(call, name, model) is not { } handler || MaySet(handler)
            : name.Identifier.ValueText.EndsWith("TokenHandler", StringComparison.Ordinal) || name.Identifier.ValueText.IndexOf("Authentication", StringComparison.Ordinal) >= 0);

    // The type argument, or the only type that the delegate makes or asks for.
    private static ITypeSymbol? HandlerOf(InvocationExpressionSyntax call, SimpleNameSyntax name, SemanticModel? model)
    {
        if (model is null || model.SyntaxTree != call.SyntaxTree)
        {
            return null;
        }

        if (name is GenericNameSyntax { TypeArgumentList.Arguments: [var type] })
        {
            return model.GetTypeInfo(type).Type;
        }

        var made = call.ArgumentList.DescendantNodes()
            .Select(node => node is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax ? model.GetTypeInfo(node).Type : null)
            .Where(candidate => candidate is not null && IsHandler(candidate))
            .Distinct(SymbolEqualityComparer.Default)
            .ToList();
        return made is [ITypeSymbol only] ? only : null;
    }

    /// <summary>Whether a type is one of a handler.</summary>
    public static bool IsHandler(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (ClientTypes.IsHttp(current, "HttpMessageHandler"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a handler may set the header, or may send the request to nobody: with its base classes, up to the framework's own.</summary>
    public static bool MaySet(ITypeSymbol handler)
    {
        for (ITypeSymbol? type = handler; type is not null; type = type.BaseType)
        {
            if (type.DeclaringSyntaxReferences.IsEmpty)
            {
                return !ClientTypes.IsHttp(type, type.Name) || type.Name is "HttpMessageHandler" || (type.Name is "DelegatingHandler" && ReferenceEquals(type, handler));
            }

            if (type.DeclaringSyntaxReferences.Any(declaration => MaySetIn(declaration.GetSyntax())))
            {
                return true;
            }
        }

        return false;
    }

    // What gets the request, or its headers, may set anything, except for the next handler and a log.
    private static bool MaySetIn(SyntaxNode code) => OwnToken.IsSetIn(code)
        || code.DescendantNodes().OfType<ParameterSyntax>()
            .Where(parameter => parameter.Type is { } type && type.ToString().EndsWith("HttpRequestMessage", StringComparison.Ordinal))
            .Any(parameter => code.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == parameter.Identifier.ValueText && MayChangeAt(name)));

    private static bool MayChangeAt(IdentifierNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Headers" } headers && headers.Expression == name ? headers : name;
        return whole.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var called } } => CalledName.Of(called) is var method && method is not ("SendAsync" or "Send") && !IsLog(method),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } when whole == name => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: not ("Contains" or "TryGetValues" or "GetValues" or "Remove"), Parent: InvocationExpressionSyntax call } => MayName(call),
            EqualsValueClauseSyntax => true,
            AssignmentExpressionSyntax assignment => assignment.Right == whole,
            _ => false,
        };
    }

    // A header whose name the file does not tell; OwnToken looks at the others.
    private static bool MayName(InvocationExpressionSyntax call) => call.ArgumentList.Arguments is [{ Expression: var header }, ..]
        && HeaderText.Of(header) is null;

    // LogRequest is, and LogInformation, but LogIn or LogInto is not.
    private static bool IsLog(string method)
    {
        if (!method.StartsWith("Log", StringComparison.Ordinal) || (method.Length > 3 && !char.IsUpper(method[3])))
        {
            return false;
        }

        var word = new string([.. method.Skip(3).Take(1), .. method.Skip(4).TakeWhile(sign => !char.IsUpper(sign))]);
        return word is not ("In" or "On" or "Into" or "Onto");
    }
}
