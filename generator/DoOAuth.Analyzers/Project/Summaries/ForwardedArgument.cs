using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>An argument that a method can pass to a call of the API.</summary>
/// <param name="Ordinal">The parameter's place; a receiver comes first.</param>
/// <param name="Values">What can be read of it.</param>
/// <param name="At">Its location.</param>
internal readonly record struct ForwardedArgument(int Ordinal, ArgumentValues Values, Location At);
