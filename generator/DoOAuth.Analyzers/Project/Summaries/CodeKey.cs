using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>
/// Identifies a piece of code that runs as a whole: a method, an accessor or a field's initializer by its symbol, a lambda or local
/// function by its location. The key is the same in every file, even if a method has several symbols.
/// </summary>
internal readonly struct CodeKey : IEquatable<CodeKey>
{
    private readonly object _anchor;
    private readonly TextSpan _span;

    private CodeKey(object anchor, TextSpan span) => (_anchor, _span) = (anchor, span);

    /// <summary>Whether it is code of a library that has no name outside of it.</summary>
    public bool IsUnnamedInLibrary => _anchor is string;

    /// <summary>Whether it is a lambda.</summary>
    public bool IsLambda => _anchor is SyntaxTree tree && tree.GetRoot().FindNode(_span, getInnermostNodeForTie: true) is Microsoft.CodeAnalysis.CSharp.Syntax.AnonymousFunctionExpressionSyntax;

    /// <summary>The method or member; null for a lambda or local function.</summary>
    public ISymbol? Symbol => _anchor as ISymbol;

    public static CodeKey Of(IMethodSymbol method) => method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction
        ? method.OriginalDefinition.DeclaringSyntaxReferences is [var declaration, ..] ? new(declaration.SyntaxTree, declaration.Span) : new(method, default)
        : new(Definition(method), default);

    /// <summary>A field or an automatic property, whose initializer is code and whose value can be a delegate.</summary>
    public static CodeKey Of(ISymbol member) => member is IMethodSymbol method ? Of(method) : new(member.OriginalDefinition, default);

    /// <summary>A lambda or local function.</summary>
    public static CodeKey Of(SyntaxNode function) => new(function.SyntaxTree, function.Span);

    /// <summary>Code of a library that only the library's description identifies.</summary>
    public static CodeKey InLibrary(string id) => new(id, default);

    /// <summary>The innermost piece of code that contains the operation.</summary>
    public static CodeKey Enclosing(IOperation operation, ISymbol containingSymbol) =>
        EnclosingFunction(operation) is { } function ? Of(function.Syntax) : Of(containingSymbol);

    /// <summary>The innermost lambda or local function that contains the operation.</summary>
    public static IOperation? EnclosingFunction(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent.Kind is OperationKind.AnonymousFunction or OperationKind.LocalFunction)
            {
                return parent;
            }
        }

        return null;
    }

    /// <summary>Whether a location is in the code.</summary>
    public bool Contains(Location location) => location.SourceTree is { } tree && ReferenceEquals(tree, _anchor) && _span.Contains(location.SourceSpan);

    public bool Equals(CodeKey other) => _span == other._span && Equals(_anchor, other._anchor);

    public override bool Equals(object? obj) => obj is CodeKey other && Equals(other);

    public override int GetHashCode() => unchecked(((_anchor?.GetHashCode() ?? 0) * 397) ^ _span.GetHashCode());

    // A member of an extension block is also a static method of the class around it. The static method is used for both.
    private static IMethodSymbol Definition(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        definition = definition.AssociatedExtensionImplementation?.OriginalDefinition ?? definition;
        return definition.AssociatedSymbol is IPropertySymbol { PartialDefinitionPart: { } property }
            ? (definition.MethodKind == MethodKind.PropertySet ? property.SetMethod : property.GetMethod) ?? definition
            : definition.PartialDefinitionPart ?? definition;
    }
}
