using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>
/// Something that holds where a condition was met: a scope that the user granted, a method of the project that said yes, or one that came back and may
/// have thrown instead.
/// </summary>
/// <param name="Scope">The scope; with bars between them several, of which one was granted.</param>
/// <param name="Predicate">The method or property that returned true, and may have asked for scopes itself.</param>
/// <param name="Returned">The declaration of the method that came back.</param>
internal readonly record struct PathCondition(string? Scope, CodeKey Predicate, SyntaxNode? Returned = null)
{
    public static PathCondition Of(string scope) => new(scope, default);

    public static PathCondition Of(CodeKey predicate) => new(null, predicate);

    public static PathCondition After(SyntaxNode method) => new(null, default, method);
}
