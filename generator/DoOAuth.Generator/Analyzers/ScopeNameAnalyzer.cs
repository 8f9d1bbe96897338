using System.Collections.Immutable;
using DoOAuth.Catalog;
using DoOAuth.Generator.Analyzers.Declarations;
using DoOAuth.Generator.Analyzers.Suggestions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Generator.Analyzers;

/// <summary>DOO002: a scope that DigitalOcean does not know. It would leave every user on DigitalOcean's own error page.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScopeNameAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "DOO002";

    /// <summary>The diagnostic's property with the scope to write instead; absent where nothing is near.</summary>
    internal const string ReplacementProperty = "Replacement";

    private const string Title = "DigitalOcean does not know the scope";

    private static readonly DiagnosticDescriptor Unknown = new(
        RuleId,
        Title,
        "DigitalOcean knows no scope '{0}'. {1}.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor Renamed = new(
        RuleId,
        Title,
        "DigitalOcean has renamed the scope '{0}' to '{1}'. Write {2}.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor Empty = new(
        RuleId,
        Title,
        "The scope is empty. Name one, such as Scopes.Account.Read, or take the attribute away.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor Several = new(
        RuleId,
        Title,
        "'{0}' is more than one scope. Write each as an argument or attribute of its own.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unknown, Renamed, Empty, Several];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Attribute);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is not { } attributeClass
            || !(DoOAuthAttributes.IsScopeDeclaration(attributeClass) || DoOAuthAttributes.IsGuard(attributeClass)))
        {
            return;
        }

        var scopes = ScopeArguments.Of(attribute).ToList();
        if (scopes.Count == 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(Empty, attribute.GetLocation()));
        }

        foreach (var expression in scopes)
        {
            if (context.SemanticModel.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: var value }
                && Judge(value as string, expression.GetLocation()) is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static Diagnostic? Judge(string? scope, Location location)
    {
        var catalog = BundledCatalogs.Scopes;
        if (string.IsNullOrWhiteSpace(scope))
        {
            return Diagnostic.Create(Empty, location);
        }

        if (catalog.Find(scope!) is { } entry)
        {
            return entry.RenamedTo is { } newName
                ? Diagnostic.Create(Renamed, location, Replacement(newName), scope, newName, ScopeConstant.Of(newName))
                : null;
        }

        if (scope!.Split(' ', ',').Count(part => part.Contains(':')) > 1)
        {
            return Diagnostic.Create(Several, location, scope);
        }

        return NearestScope.To(scope, catalog) is { } nearest
            ? Diagnostic.Create(Unknown, location, Replacement(nearest), scope, $"The nearest is '{nearest}': write {ScopeConstant.Of(nearest)}")
            : Diagnostic.Create(Unknown, location, scope, Advice(scope, catalog));
    }

    private static string Advice(string scope, ScopeCatalog catalog) =>
        NearestScope.OfSameResource(scope, catalog) is { Count: > 0 } others
            ? $"It knows {string.Join(", ", others.Select(other => $"'{other}'"))}"
            : $"The class {ScopeConstant.ClassName} has those that it knows";

    private static ImmutableDictionary<string, string?> Replacement(string scope) =>
        ImmutableDictionary<string, string?>.Empty.Add(ReplacementProperty, scope);
}
