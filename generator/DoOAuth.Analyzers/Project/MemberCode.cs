using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Project;

/// <summary>Finds the code of a file by the members that contain it, as the compiler gives it to analyzers.</summary>
internal static class MemberCode
{
    /// <summary>The code of the file's members: bodies, initializers and attributes, with the lambdas in them.</summary>
    public static IEnumerable<(ISymbol Member, IOperation Code)> In(SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var code in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodesAndSelf(node => node is not (StatementSyntax or ExpressionSyntax)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ContainingMember(code, model, cancellationToken) is { } member && model.GetOperation(code, cancellationToken) is { } operation)
            {
                yield return (member, operation);
            }
        }
    }

    // The member whose code the node is; null for other nodes.
    private static ISymbol? ContainingMember(SyntaxNode code, SemanticModel model, CancellationToken cancellationToken) => code switch
    {
        CompilationUnitSyntax unit when unit.Members.Any(member => member is GlobalStatementSyntax) => model.GetDeclaredSymbol(unit, cancellationToken),
        BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null } => model.GetDeclaredSymbol(code, cancellationToken),
        AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null } => model.GetDeclaredSymbol(code, cancellationToken),
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } => (model.GetDeclaredSymbol(property, cancellationToken) as IPropertySymbol)?.GetMethod,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => model.GetDeclaredSymbol(property, cancellationToken),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field } => model.GetDeclaredSymbol(field, cancellationToken),
        AttributeSyntax { Parent.Parent: { } annotated } => model.GetDeclaredSymbol(annotated, cancellationToken) ?? model.Compilation.Assembly,
        PrimaryConstructorBaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax type } => model.GetDeclaredSymbol(type, cancellationToken) is INamedTypeSymbol declared
            ? declared.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(declaration => declaration.Span == type.Span))
            : null,
        _ => null,
    };
}
