using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project;

/// <summary>
/// Reads what pages and components do, in the code that Razor generates for them. All other generated code is left alone, so that this is done at the
/// compilation's end, and only for files that say something of the API.
/// </summary>
internal static class RazorCode
{
    private static readonly string[] Endings = ["_cshtml.g.cs", "_razor.g.cs", ".cshtml.g.cs", ".razor.g.cs"];
    private static readonly string[] Words = ["DigitalOcean", "v2/", "HasScope", "RequireScope"];

    /// <summary>Extracts what the pages of a project tell.</summary>
    public static void Extract(Compilation compilation, ProjectExtractor extractor, ApiCallReader reader, MemberBodies bodies, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees.Where(tree => Endings.Any(ending => tree.FilePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = tree.GetText(cancellationToken).ToString();
            if (Words.Any(text.Contains))
            {
                foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes().Where(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax))
                {
                    Extract(bodies.Of(node), extractor, reader);
                }
            }
        }
    }

    private static void Extract(IOperation? operation, ProjectExtractor extractor, ApiCallReader reader)
    {
        if (operation?.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is not { } containing)
        {
            return;
        }

        while (containing is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            containing = containing.ContainingSymbol;
        }

        switch (operation)
        {
            case IInvocationOperation invocation:
                extractor.Read(invocation, containing, reader.Read(invocation) with { IsSettled = !ApiCallReader.Sends(invocation) });
                break;
            case IObjectCreationOperation creation:
                extractor.Read(creation, containing);
                break;
        }
    }
}
