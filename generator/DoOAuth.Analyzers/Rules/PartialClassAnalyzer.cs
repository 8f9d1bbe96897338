using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Rules;

/// <summary>DOO001: a class that nothing can be generated into.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartialClassAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "DOO001";

    private const string Title = "Code cannot be generated for an annotated class";

    // Its additional locations are the names of the types that are not partial, for the fix.
    private static readonly DiagnosticDescriptor NotPartial = new(
        RuleId,
        Title,
        "Code cannot be generated for '{0}' because {1} not partial. Write {2}.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor Unsuitable = new(
        RuleId,
        Title,
        "Code cannot be generated for '{0}' because {1}",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NotPartial, Unsuitable];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterApplicationAction(Analyze);
    }

    private static void Analyze(SymbolAnalysisContext context, ApplicationDeclaration declaration)
    {
        foreach (var reason in ReasonsAgainst(declaration.Symbol))
        {
            context.ReportDiagnostic(Diagnostic.Create(Unsuitable, declaration.NameLocation, declaration.Symbol.Name, reason));
        }

        var notPartial = NestingChain.Of(declaration.Part).Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)).ToList();
        if (notPartial.Count > 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                NotPartial,
                declaration.NameLocation,
                notPartial.Select(type => type.Identifier.GetLocation()),
                declaration.Symbol.Name,
                Missing(notPartial, declaration.Part),
                string.Join(" and ", notPartial.Select(type => $"'{NestingChain.PartialHeader(type)}'"))));
        }
    }

    private static string Missing(List<TypeDeclarationSyntax> notPartial, TypeDeclarationSyntax part) => notPartial switch
    {
        [var only] when only == part => "it is",
        [var outer] => $"its containing type '{outer.Identifier.ValueText}' is",
        _ => string.Join(" and ", notPartial.Select(type => $"'{type.Identifier.ValueText}'")) + " are",
    };

    private static IEnumerable<string> ReasonsAgainst(INamedTypeSymbol type)
    {
        if (type.IsFileLocal)
        {
            yield return "it is local to its file, and the generated part is in another file. Remove the modifier 'file'.";
        }

        if (type.TypeParameters.Length > 0)
        {
            yield return "it is generic, but it represents one application. Remove the type parameters.";
        }

        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.TypeParameters.Length > 0)
            {
                yield return $"its containing type '{outer.Name}' is generic, but it represents one application. Move it to another type or a namespace.";
            }

            if (outer.IsFileLocal)
            {
                yield return $"its containing type '{outer.Name}' is local to its file, and the generated part is in another file. Remove the modifier 'file'.";
            }
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                var subject = SymbolEqualityComparer.Default.Equals(current, type) ? "it" : $"its containing type '{current.Name}'";
                yield return $"{subject} is {SyntaxFacts.GetText(current.DeclaredAccessibility)}, and the generated extension methods cannot access it. Make it internal or public.";
            }
        }
    }
}
