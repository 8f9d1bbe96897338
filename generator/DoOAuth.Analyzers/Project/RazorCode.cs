using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project;

/// <summary>
/// Reads what pages and components do, in the code that Razor generates for them. All other generated code is left alone, so that this is done at the
/// compilation's end: for files that say something of the API and, where the app maps pages or components, for all of them.
/// </summary>
internal static class RazorCode
{
    private static readonly string[] Words = ["DigitalOcean", "v2/", "HasScope", "RequireScope"];

    /// <summary>Extracts what the pages of a project tell.</summary>
    public static void Extract(Compilation compilation, ProjectExtractor extractor, ApiCallReader reader, MemberBodies bodies, CancellationToken cancellationToken)
    {
        var isMapped = extractor.Summary.Mappings.Any(mapping => mapping.Family is EndpointFamily.Pages or EndpointFamily.Components);
        foreach (var tree in compilation.SyntaxTrees.Where(RazorFiles.IsGenerated))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (isMapped || Words.Any(tree.GetText(cancellationToken).ToString().Contains))
            {
                foreach (var code in tree.GetRoot(cancellationToken).DescendantNodes().Where(IsCode))
                {
                    Extract(bodies.Of(code), extractor, reader);
                }
            }
        }
    }

    private static bool IsCode(SyntaxNode node) => node
        is BaseMethodDeclarationSyntax
        or AccessorDeclarationSyntax
        or AttributeSyntax
        or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }
        or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } };

    private static void Extract(IOperation? code, ProjectExtractor extractor, ApiCallReader reader)
    {
        if (code?.SemanticModel is not { } model)
        {
            return;
        }

        var containing = ContainingOf(code, model);
        foreach (var operation in code.DescendantsAndSelf())
        {
            if (containing is null || IsInAuthorizeView(operation))
            {
                continue;
            }

            if (operation is IInvocationOperation invocation)
            {
                extractor.Read(invocation, containing, reader.Read(invocation) with { IsSettled = !ApiCallReader.Sends(invocation) });
                ComponentEdges.Add(invocation, containing, extractor.Summary);
            }
            else
            {
                extractor.Read(operation, containing);
            }
        }
    }

    // What is shown only to users of a policy is not run by others: the markup does not lead to it.
    private static bool IsInAuthorizeView(IOperation operation) => operation is IAnonymousFunctionOperation lambda && ComponentEdges.IsShownByPolicy(lambda);

    private static ISymbol? ContainingOf(IOperation code, SemanticModel model) => code.Syntax switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => model.GetDeclaredSymbol(code.Syntax),
        ArrowExpressionClauseSyntax { Parent: { } property } => (model.GetDeclaredSymbol(property) as IPropertySymbol)?.GetMethod,
        EqualsValueClauseSyntax { Parent: { } member } => model.GetDeclaredSymbol(member),
        _ => model.GetEnclosingSymbol(code.Syntax.SpanStart),
    };
}
