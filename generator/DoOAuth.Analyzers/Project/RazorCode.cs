using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project;

/// <summary>
/// Reads what pages and components do, in the code that Razor generates for them. All other generated code is left alone, so that this is done at the
/// compilation's end: for files that say something of the API and, where the app maps pages or components, for all of them.
/// </summary>
internal static class RazorCode
{
    private static readonly string[] Words = ["DigitalOcean", "DoOAuth.Api", "v2/", "HasScope", "RequireScope"];

    /// <summary>Extracts what the pages of a project tell.</summary>
    public static void Extract(Compilation compilation, ProjectExtractor extractor, ApiCallReader reader, CancellationToken cancellationToken)
    {
        var isMapped = extractor.Summary.Mappings.Any(mapping => mapping.Family is EndpointFamily.Pages or EndpointFamily.Components);
        foreach (var tree in compilation.SyntaxTrees.Where(RazorFiles.IsGenerated))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (isMapped || Words.Any(tree.GetText(cancellationToken).ToString().Contains))
            {
                foreach (var (member, code) in MemberCode.In(compilation.GetSemanticModel(tree), cancellationToken))
                {
                    Extract(code, member, extractor, reader);
                }
            }
        }
    }

    private static void Extract(IOperation code, ISymbol member, ProjectExtractor extractor, ApiCallReader reader)
    {
        foreach (var operation in code.DescendantsAndSelf().Where(operation => !IsInAuthorizeView(operation)))
        {
            if (operation is IInvocationOperation invocation)
            {
                extractor.Read(invocation, member, reader.Read(invocation) with { IsSettled = !ApiCallReader.Sends(invocation) });
                ComponentEdges.Add(invocation, member, extractor.Summary);
            }
            else
            {
                extractor.Read(operation, member);
            }
        }
    }

    // What is shown only to users of a policy is not run by others: the markup does not lead to it.
    private static bool IsInAuthorizeView(IOperation operation) => operation is IAnonymousFunctionOperation lambda && ComponentEdges.IsShownByPolicy(lambda);
}
