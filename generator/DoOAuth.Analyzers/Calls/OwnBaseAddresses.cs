using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Calls;

/// <summary>
/// Knows the clients of the project that set a base address of their own, such as one with <c>/v2/</c> in it: where their relative
/// addresses lead cannot be told. One for a compilation.
/// </summary>
internal sealed class OwnBaseAddresses
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the class, or one that it derives from, assigns its base address.</summary>
    public bool Has(ITypeSymbol? client) => client is not null && !client.DeclaringSyntaxReferences.IsEmpty && _known.GetOrAdd(client, Assigns);

    private bool Assigns(ITypeSymbol client) => Has(client.BaseType)
        || client.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "BaseAddress" }
                or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name.Identifier.ValueText: "BaseAddress" });
}
