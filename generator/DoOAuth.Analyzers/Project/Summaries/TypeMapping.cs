using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>A call that maps the endpoints of types, such as <c>MapControllers()</c> or <c>MapHub&lt;T&gt;()</c>.</summary>
/// <param name="Origin">The builder that it creates.</param>
/// <param name="From">The code that contains it.</param>
/// <param name="Member">The method around all lambdas and local functions.</param>
/// <param name="Around">The builder that it is called on; several if branches determine it.</param>
/// <param name="Family">The kind of the endpoints.</param>
/// <param name="Type">The mapped type; null if all types of the kind are mapped.</param>
/// <param name="IsRoute">Whether it adds a conventional route, which does not lead to actions with routes of their own.</param>
/// <param name="Call">The call.</param>
internal sealed record TypeMapping(
    BuilderOrigin Origin,
    CodeKey From,
    CodeKey Member,
    ImmutableArray<BuilderOrigin> Around,
    EndpointFamily Family,
    INamedTypeSymbol? Type,
    bool IsRoute,
    SyntaxNode Call)
{
    /// <summary>The type parameter that is mapped, if the call is in a generic method whose callers name the type.</summary>
    public ITypeParameterSymbol? Parameter { get; init; }
}
