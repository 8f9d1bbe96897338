using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Extraction;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project;

/// <summary>Reads all code of a project for an extractor. A generator has to do itself what the compiler does for analyzers.</summary>
internal static class CodeReader
{
    /// <summary>Reads a project's own files.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="extractor">Gets the operations.</param>
    /// <param name="reader">Reads calls.</param>
    /// <param name="uses">Collects which annotated classes are added and mapped.</param>
    /// <param name="isIncluded">Whether a file is read.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    public static void Read(
        Compilation compilation, ProjectExtractor extractor, ApiCallReader reader, ApplicationUses uses, Func<SyntaxTree, bool> isIncluded, CancellationToken cancellationToken)
    {
        // As the compiler does it for analyzers: with all processors, if the project allows it.
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = compilation.Options.ConcurrentBuild ? -1 : 1 };
        Parallel.ForEach(compilation.SyntaxTrees.Where(isIncluded), options, tree => Read(compilation.GetSemanticModel(tree), extractor, reader, uses, cancellationToken));
    }

    private static void Read(SemanticModel model, ProjectExtractor extractor, ApiCallReader reader, ApplicationUses uses, CancellationToken cancellationToken)
    {
        foreach (var code in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodesAndSelf(node => node is not (StatementSyntax or ExpressionSyntax)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ContainingMember(code, model, cancellationToken) is { } member && model.GetOperation(code, cancellationToken) is { } operation)
            {
                Read(operation, member, extractor, reader, uses);
            }
        }
    }

    private static void Read(IOperation code, ISymbol member, ProjectExtractor extractor, ApiCallReader reader, ApplicationUses uses)
    {
        foreach (var operation in code.DescendantsAndSelf())
        {
            uses.Read(operation, member);
            if (operation is IInvocationOperation invocation)
            {
                extractor.Read(invocation, member, reader.Read(invocation));
            }
            else
            {
                extractor.Read(operation, member);
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
