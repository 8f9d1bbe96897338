using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Applications;

/// <summary>Runs a rule for each annotated class separately, while it is edited.</summary>
internal static class ApplicationAction
{
    /// <summary>Runs the action on every class with <c>[DigitalOceanOAuth]</c>.</summary>
    public static void RegisterApplicationAction(this AnalysisContext context, Action<SymbolAnalysisContext, ApplicationDeclaration> analyze) =>
        context.RegisterSymbolAction(
            symbol =>
            {
                if (ApplicationDeclaration.TryRead(symbol.Symbol, symbol.CancellationToken, out var declaration))
                {
                    analyze(symbol, declaration);
                }
            },
            SymbolKind.NamedType);
}
