using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Calls;

/// <summary>
/// Finds the project's clients that set their own base address, such as one with <c>/v2/</c>. It is not known where their relative
/// addresses lead. There is one instance for each compilation.
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
