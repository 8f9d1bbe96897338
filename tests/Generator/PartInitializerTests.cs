using DoOAuth.Generator.Tests.Harness;
using DoOAuth.Generator.Tests.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Generator.Tests;

/// <summary>
/// <c>dotnet watch</c> ends with an error when an initializer in an emitted part changes together with an attribute on the user's part.
/// <c>tests/EndToEnd/Watching</c> shows it with a real one.
/// </summary>
public sealed class PartInitializerTests
{
    public static TheoryData<string> Shapes => new(AllShapes.Names);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_class_of_the_users_gets_an_initializer(string name)
    {
        var output = new Session(AllShapes.Find(name)).Output;
        var emitted = output.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).ToList();

        Assert.Empty(emitted
            .SelectMany(tree => tree.GetRoot().DescendantNodes())
            .OfType<EqualsValueClauseSyntax>()
            .Where(value => value.Parent is PropertyDeclarationSyntax || (value.Parent?.Parent?.Parent is FieldDeclarationSyntax field && !field.Modifiers.Any(SyntaxKind.ConstKeyword)))
            .Where(value => HasPartOfTheUsers(value.FirstAncestorOrSelf<TypeDeclarationSyntax>()!))
            .Select(value => value.ToString()));

        bool HasPartOfTheUsers(TypeDeclarationSyntax type) =>
            output.GetSemanticModel(type.SyntaxTree).GetDeclaredSymbol(type)!.DeclaringSyntaxReferences.Any(part => !emitted.Contains(part.SyntaxTree));
    }
}
