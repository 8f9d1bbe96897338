using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Hierarchy;

/// <summary>The names that a project's code mentions, except where a class only derives from what has the name. What is mentioned nowhere is made nowhere.</summary>
internal static class MentionedTypes
{
    public static HashSet<string> In(Compilation compilation, CancellationToken cancellationToken)
    {
        var mentioned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var name in tree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>().Where(name => !IsBase(name)))
            {
                mentioned.Add(name.Identifier.ValueText);
            }
        }

        return mentioned;
    }

    private static bool IsBase(SyntaxNode name) => name.Parent switch
    {
        BaseTypeSyntax => true,
        QualifiedNameSyntax or AliasQualifiedNameSyntax => IsBase(name.Parent),
        _ => false,
    };
}
