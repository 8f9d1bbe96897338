using System.ComponentModel;
using DoOAuth.Generator.Tests.Harness;
using DoOAuth.Generator.Tests.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Generator.Tests;

/// <summary>What only emitted code calls is not offered while a person types.</summary>
public sealed class IntelliSenseTests
{
    [Fact]
    public void Methods_of_the_runtime_that_emitted_code_calls_are_not_offered()
    {
        var output = new Session(PlainShapes.OpenApi).Output;
        var called = output.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Select(call => output.GetSemanticModel(tree).GetSymbolInfo(call).Symbol))
            .Where(method => method?.ContainingAssembly.Name == "DoOAuth")
            .DistinctBy(method => method!.Name)
            .ToDictionary(method => method!.Name, method => IsHidden(method!) || IsHidden(method!.ContainingType));

        Assert.Equal(["AddDigitalOceanApplication", "Login", "MapDigitalOceanApplication", "RequireDigitalOceanScope", "WithReturnUrl"], called.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(false, called.Values);
    }

    private static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == nameof(EditorBrowsableAttribute) && attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);
}
