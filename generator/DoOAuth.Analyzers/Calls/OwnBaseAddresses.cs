using System.Collections.Concurrent;
using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Calls;

/// <summary>
/// Finds the project's clients that set their own base address, such as one with <c>/v2/</c>. It is not known where their relative
/// addresses lead. There is one instance for each compilation.
/// </summary>
internal sealed class OwnBaseAddresses
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    // Whether the class, or one that it derives from, assigns its base address.
    private bool Has(ITypeSymbol? client) => client is not null && !client.DeclaringSyntaxReferences.IsEmpty && _known.GetOrAdd(client, Assigns);

    /// <summary>The base address of a client; null if neither its class nor the code around the call gives it one.</summary>
    /// <param name="client">The variable, field or property with the client.</param>
    /// <param name="type">Its type.</param>
    /// <param name="values">Reads values.</param>
    public TextPattern? Of(IOperation client, ITypeSymbol? type, ValueReader values) => Has(type) ? TextPattern.Hole
        : SetOn(client).Select(write => write.Parent is AssignmentExpressionSyntax assignment ? values.Members.CodeOf(assignment.Right, client) : null).ToList() is not { Count: > 0 } given ? null
        : given.SelectMany(value => value is null ? [TextPattern.Hole] : values.Texts(value)).Distinct().ToList() is [var only] ? only
        : TextPattern.Hole;

    private static IEnumerable<ExpressionSyntax> SetOn(IOperation client) =>
        NameOf(Branches.Unconverted(client)) is { } name
        && (client.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? client.Syntax.SyntaxTree.GetRoot()) is var code
        && FileText.Contains(code.SyntaxTree, code.Span, "BaseAddress")
            ? MemberWrites.To("BaseAddress", code).Where(write => write is MemberAccessExpressionSyntax { Expression: var changed } && (changed as IdentifierNameSyntax ?? (changed as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText == name)
            : [];

    private static string? NameOf(IOperation client) => client switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        _ => null,
    };

    private bool Assigns(ITypeSymbol client) => Has(client.BaseType)
        || client.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "BaseAddress" }
                or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name.Identifier.ValueText: "BaseAddress" });
}
