using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Rules;

/// <summary>DOO009: a method that looks like a hook, but is never called because its name or signature does not match.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HookSignatureAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "DOO009";

    private const string Title = "A hook has the wrong name or signature";

    private static readonly DiagnosticDescriptor OtherSignature = new(
        RuleId,
        Title,
        "'{0}' is never called because {1}. Write {2}.",
        RulePages.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor OtherName = new(
        RuleId,
        Title,
        "'{0}' is never called because the hook with this signature is named '{1}'. Rename it.",
        RulePages.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [OtherSignature, OtherName];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterApplicationAction(Analyze);
    }

    private static void Analyze(SymbolAnalysisContext context, ApplicationDeclaration declaration)
    {
        var methods = declaration.Symbol.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false })
            .ToList();
        foreach (var hook in HookSignature.All)
        {
            var named = methods.Where(method => method.Name == hook.Name).ToList();
            if (named.Count == 0)
            {
                ReportNearNames(context, hook, methods);
            }
            else if (!named.Any(hook.IsMetBy))
            {
                // If another overload matches, this one is an ordinary method.
                ReportSignatures(context, hook, named);
            }
        }
    }

    private static void ReportSignatures(SymbolAnalysisContext context, HookSignature hook, IEnumerable<IMethodSymbol> methods)
    {
        foreach (var method in methods.Where(method => !IsOwedToAnother(method) && HookDifference.IsComplete(method)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                OtherSignature, method.Locations[0], method.Name, HookDifference.Of(method, hook), HookDifference.Corrected(method, hook)));
        }
    }

    // Only a method that would be the hook with another name. Its parameter types leave little else that it could be.
    private static void ReportNearNames(SymbolAnalysisContext context, HookSignature hook, IEnumerable<IMethodSymbol> methods)
    {
        foreach (var method in methods.Where(hook.IsMetBy).Where(method => IsNear(method.Name, hook.Name)))
        {
            context.ReportDiagnostic(Diagnostic.Create(OtherName, method.Locations[0], method.Name, hook.Name));
        }
    }

    private static bool IsNear(string name, string hook) =>
        Spelling.Distance(name, hook) <= 2
        || string.Equals(name, hook, StringComparison.OrdinalIgnoreCase)
        || string.Equals(name + "Async", hook, StringComparison.OrdinalIgnoreCase);

    // An override or an interface's method has its name and signature from there.
    private static bool IsOwedToAnother(IMethodSymbol method) =>
        method.IsOverride
        || method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(method.Name)).Any(member =>
            SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
