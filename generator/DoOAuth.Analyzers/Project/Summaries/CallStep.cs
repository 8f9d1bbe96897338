using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>A call that passes something on to a call of the API.</summary>
/// <param name="Call">The call, or the creation of the object.</param>
/// <param name="Method">The method or the constructor that it runs.</param>
/// <param name="At">Where its arguments are.</param>
internal sealed record CallStep(SyntaxNode Call, IMethodSymbol Method, Location At);
