using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Distinguishes properties that run code when they are read from those that store a value.</summary>
internal static class PropertyBodies
{
    /// <summary>Whether reading the property can run code of this project: it has a body, or an override can have one.</summary>
    public static bool HasBody(IPropertySymbol property)
    {
        var definition = property.OriginalDefinition;
        if (definition.IsAbstract || definition.IsVirtual || definition.IsOverride)
        {
            return true;
        }

        foreach (var declaration in (definition.PartialImplementationPart ?? definition).DeclaringSyntaxReferences)
        {
            switch (declaration.GetSyntax())
            {
                case PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null }:
                    return true;
                case BasePropertyDeclarationSyntax { AccessorList.Accessors: var accessors } when accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null):
                    return true;
            }
        }

        return false;
    }
}
