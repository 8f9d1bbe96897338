using DoOAuth.Catalog.Names;
using DoOAuth.Catalog.Symbols;
using DoOAuth.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Generator.Declarations;

/// <summary>Reads an annotated class into values. No object of the compilation leaves this step.</summary>
internal static class DeclarationReader
{
    private static readonly SymbolDisplayFormat NamespaceFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>Whether an annotated node is a class. On anything else, the attribute is a separate error.</summary>
    public static bool IsClass(SyntaxNode node, CancellationToken cancellation) =>
        node is ClassDeclarationSyntax or RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordDeclaration };

    /// <summary>Reads a class; null if another of its parts is annotated too and is read instead.</summary>
    public static ApplicationDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attribute = type.GetAttributes().First(candidate => RuntimeTypes.IsApplication(candidate.AttributeClass));
        if (!StandsOn(attribute, context.TargetNode))
        {
            return null;
        }

        cancellation.ThrowIfCancellationRequested();
        var around = ContainingTypes(type);
        return new ApplicationDeclaration(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(NamespaceFormat),
            new(around.Select(Declaration)),
            Declaration(type),
            ReachReader.Of(type),
            AttributeReader.Values(attribute),
            new(AttributeReader.Scopes(type)),
            HookReader.Read(type),
            MemberReader.Names(type),
            MemberReader.NestedParts(type),
            MemberReader.ExtensionClasses(around.Append(type).Select(one => one.Name), type.ContainingNamespace),
            OpenApiReference.IsUsable(context.SemanticModel.Compilation));
    }

    private static bool StandsOn(AttributeData attribute, SyntaxNode node) =>
        attribute.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == node.SyntaxTree
        && node.Span.Contains(reference.Span);

    private static Stack<INamedTypeSymbol> ContainingTypes(INamedTypeSymbol type)
    {
        var around = new Stack<INamedTypeSymbol>();
        for (var containing = type.ContainingType; containing is not null; containing = containing.ContainingType)
        {
            around.Push(containing);
        }

        return around;
    }

    private static TypeDeclaration Declaration(INamedTypeSymbol type) => new(
        type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        },
        type.Name,
        new(type.TypeParameters.Select(parameter => Identifier.Escape(parameter.Name))));
}
