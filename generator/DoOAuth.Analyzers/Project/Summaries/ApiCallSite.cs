using System.Collections.Immutable;
using DoOAuth.Analyzers.Calls;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>A call of the API.</summary>
/// <param name="From">The code that contains it.</param>
/// <param name="Call">The call.</param>
/// <param name="Conditions">What is known about the user's scopes there.</param>
/// <param name="Through">The methods that pass the address on, if callers determine it.</param>
internal sealed record ApiCallSite(CodeKey From, ApiCall Call, ImmutableArray<PathCondition> Conditions, ImmutableArray<CodeKey> Through)
{
    /// <summary>The library that describes the call; null for the project's own.</summary>
    public LibraryOrigin? Library { get; init; }

    /// <summary>The type of the object that makes it, or that it derives from; null for any.</summary>
    public INamedTypeSymbol? Receiver { get; init; }

    /// <summary>The class of the object whose constructor got what the call depends on, as its callers name it; null if they name none.</summary>
    public INamedTypeSymbol? ObjectType { get; init; }

    /// <summary>What type parameters stand for where it is made; those that are not in it may be any type.</summary>
    public ImmutableArray<(ITypeParameterSymbol Parameter, ITypeSymbol Type)> TypeArguments { get; init; } = [];

    /// <summary>Whether the library checks the user's scopes before it.</summary>
    public bool IsChecked { get; init; }

    /// <summary>The methods and constructors whose callers were followed, so that a recursion has an end. Messages name only <see cref="Through"/>.</summary>
    public ImmutableArray<CodeKey> Followed { get; init; } = [];

    /// <summary>What sends the request; null if it cannot be read again.</summary>
    public SyntaxNode? Sent { get; init; }

    /// <summary>The call where it is sent; null if it is that one.</summary>
    public ApiCall? First { get; init; }

    /// <summary>The code that passes what it depends on, if that is not the code that contains it.</summary>
    public CodeKey? User { get; init; }

    /// <summary>What passes something on to it, the one nearest to it first.</summary>
    public ImmutableArray<CallStep> Steps { get; init; } = [];
}
