using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Applications;

/// <summary>How a rule is asked about each annotated class by itself, while it is edited.</summary>
internal static class AnnotatedClassAction
{
    /// <summary>Runs the action on every class with <c>[DigitalOceanOAuth]</c>.</summary>
    public static void RegisterAnnotatedClassAction(this AnalysisContext context, Action<SymbolAnalysisContext, AnnotatedClass> analyze) =>
        context.RegisterSymbolAction(
            symbol =>
            {
                if (AnnotatedClass.TryRead(symbol.Symbol, symbol.CancellationToken, out var annotatedClass))
                {
                    analyze(symbol, annotatedClass);
                }
            },
            SymbolKind.NamedType);
}
