using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Frameworks;

/// <summary>Adds what the constructor of a Carter module guards to the builder that the module is given.</summary>
internal static class CarterModules
{
    public static void AddGuards(ProjectSummary summary, IEnumerable<INamedTypeSymbol> types, ConfigurationReader configuration)
    {
        foreach (var type in types.Where(type => TypeMembers.DerivesFrom(type, "Carter", "CarterModule")))
        {
            var guards = TypeMembers.WithBases(type).SelectMany(candidate => candidate.InstanceConstructors).SelectMany(configuration.Of)
                .Concat(type.InstanceConstructors.Any(constructor => Mentions(constructor, "Before")) ? FilterCode.OfAny(type) : []);
            foreach (var guard in guards)
            {
                foreach (var method in TypeMembers.Methods(type).Where(method => method.Name == "AddRoutes"))
                {
                    summary.Guards.Enqueue((new BuilderOrigin(BuilderKind.Parameter, CodeKey.Of(method)), guard));
                }
            }
        }
    }

    private static bool Mentions(IMethodSymbol constructor, string name) =>
        constructor.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax().DescendantTokens().Any(token => token.ValueText == name));
}
