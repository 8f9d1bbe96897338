using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Extraction;
using Microsoft.CodeAnalysis;
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
        foreach (var (member, code) in MemberCode.In(model, cancellationToken))
        {
            Read(code, member, extractor, reader, uses);
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
}
