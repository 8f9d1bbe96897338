using Microsoft.CodeAnalysis;

namespace DoOAuth.Benchmarks.Generators;

/// <summary>Emits one constant for each class that carries a marker: the least that any generator does which an attribute drives.</summary>
public sealed class ConstantGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var marked = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Sample.MarkerAttribute",
            static (_, _) => true,
            static (found, _) => found.TargetSymbol.Name);
        context.RegisterSourceOutput(marked, static (output, name) => output.AddSource(
            $"{name}.g.cs",
            $$"""
            namespace Sample;

            partial class {{name}}
            {
                public const string Scheme = "{{name}}";
            }
            """));
    }
}
