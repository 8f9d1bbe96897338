using System.Collections.Immutable;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Analyzers.ScopeUses;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Embedded;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Rules;

/// <summary>DOO002: a scope that DigitalOcean does not know. Every user would see DigitalOcean's own error page.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScopeNameAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "DOO002";

    /// <summary>The diagnostic's property with the scope to write instead; missing if there is no similar one.</summary>
    internal const string ReplacementProperty = "Replacement";

    private const string Title = "DigitalOcean has no such scope";

    private static readonly DiagnosticDescriptor Misspelled = new(
        RuleId,
        Title,
        "{3} has no scope '{0}'; the nearest is '{1}'. Write {2}.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor Unknown = new(
        RuleId,
        Title,
        "{2} has no scope '{0}'. {1}.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor Renamed = new(
        RuleId,
        Title,
        "The scope '{0}' is named '{1}' in {3}. Write {2}.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor Empty = new(
        RuleId,
        Title,
        "The scope is empty. Specify one, such as Scopes.Account.Read, or remove the attribute.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor Unscoped = new(
        RuleId,
        Title,
        "This guard requires no scope. Specify one after the scheme, as in RequireDigitalOceanScope(DropletDeck.Scheme, Scopes.Account.Read).",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor Several = new(
        RuleId,
        Title,
        "'{0}' contains several scopes. Write each as a separate argument or attribute.",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Misspelled, Unknown, Renamed, Empty, Unscoped, Several];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAttributeAction(AnalyzeAttribute);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(
            static creation => AnalyzeValues(creation, ScopeCall.ScopesOf((IObjectCreationOperation)creation.Operation)), OperationKind.ObjectCreation);
    }

    private static void AnalyzeAttribute(OperationAnalysisContext context, AttributeSyntax attribute, INamedTypeSymbol attributeClass, SemanticModel model)
    {
        if (!RuntimeTypes.IsScopeDeclaration(attributeClass) && !RuntimeTypes.IsGuard(attributeClass))
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
            if (model.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: var value }
                && Judge(value as string, scope => Corrected(attribute, scope), expression.GetLocation()) is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (ScopeCall.IsGuardWithoutScope(call))
        {
            context.ReportDiagnostic(Diagnostic.Create(Unscoped, call.Syntax.GetLocation()));
        }

        AnalyzeValues(context, ScopeCall.ScopesOf(call));
    }

    // A call can omit its scope, and a link can request several. Only single names are checked.
    private static void AnalyzeValues(OperationAnalysisContext context, IEnumerable<IOperation> values)
    {
        foreach (var value in values)
        {
            if (value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } scope }
                && !scope.Any(char.IsWhiteSpace)
                && Judge(scope, newScope => ScopeConstant.Of(newScope).ToString(), value.Syntax.GetLocation()) is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static Diagnostic? Judge(string? scope, Func<string, string> corrected, Location location)
    {
        var catalog = BundledCatalogs.Scopes;
        if (string.IsNullOrWhiteSpace(scope))
        {
            return Diagnostic.Create(Empty, location);
        }

        if (catalog.Find(scope!) is { } entry)
        {
            return entry.RenamedTo is { } newName
                ? Diagnostic.Create(Renamed, location, Replacement(newName), scope, newName, corrected(newName), ApiDescription.Name)
                : null;
        }

        if (scope!.Split(' ', ',').Count(part => part.Contains(':')) > 1)
        {
            return Diagnostic.Create(Several, location, scope);
        }

        return NearestScope.To(scope, catalog) is { } nearest
            ? Diagnostic.Create(Misspelled, location, Replacement(nearest), scope, nearest, corrected(nearest), ApiDescription.Name)
            : Diagnostic.Create(Unknown, location, scope, Choice(scope, catalog), ApiDescription.Name);
    }

    private static string Choice(string scope, ScopeCatalog catalog) =>
        NearestScope.OfSameResource(scope, catalog) is { Count: > 0 } others
            ? $"Choose {NameList.Of(others, word: "or")}"
            : $"Choose a scope from the class {ScopeConstant.ClassName}";

    // The whole attribute if it contains nothing else, so that it can be copied.
    private static string Corrected(AttributeSyntax attribute, string scope) =>
        attribute.ArgumentList?.Arguments.Count == 1 ? $"[{attribute.Name}({ScopeConstant.Of(scope)})]" : ScopeConstant.Of(scope).ToString();

    private static ImmutableDictionary<string, string?> Replacement(string scope) =>
        ImmutableDictionary<string, string?>.Empty.Add(ReplacementProperty, scope);
}
