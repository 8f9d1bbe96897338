using DoOAuth.Catalog.Symbols;
using DoOAuth.Generator.Declarations;
using DoOAuth.Generator.Model;
using DoOAuth.Generator.Rendering;
using DoOAuth.Generator.Transform;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator;

/// <summary>Turns each class that carries <c>[DigitalOceanOAuth]</c> into endpoints, guards, links and a client.</summary>
/// <remarks>
/// Four steps, each in a folder of its own: declarations are read, named against each other, and rendered; the model
/// between them holds values only, so that an edit which changes no declaration stops at the first step. What is wrong
/// with a declaration is for the analyzers to say; here, what can be emitted is.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class DigitalOceanOAuthGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Each step gives references. The compiler has its own code for those precompiled; for a struct, it is compiled in the first run.
        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(MetadataNames.DigitalOceanOAuthAttribute, DeclarationReader.IsClass, DeclarationReader.Read)
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName(Steps.Declarations);

        var applications = declarations
            .Collect()
            .SelectMany(ApplicationTransform.ToApplications)
            .WithTrackingName(Steps.Applications);

        var sources = applications
            .SelectMany(static (application, _) => ApplicationRenderer.Render(application))
            .WithTrackingName(Steps.Sources);

        context.RegisterSourceOutput(sources, static (output, source) => output.AddSource(source.HintName, source.Text));
    }
}
