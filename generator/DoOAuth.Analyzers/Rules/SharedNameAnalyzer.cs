using System.Collections.Concurrent;
using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DoOAuth.Analyzers.Rules;

/// <summary>DOO004: two annotated classes with the same name, or a name that is not valid.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedNameAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string RuleId = "DOO004";

    private const string Title = "A name or path of an annotated class is not valid or not unique";

    private static readonly DiagnosticDescriptor Unusable = new(
        RuleId,
        Title,
        "{0} cannot be '{1}' because {2}",
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId));

    private static readonly DiagnosticDescriptor SharedScheme = Shared(
        "'{0}' and '{1}' share the scheme '{2}'. Give one of them a different scheme, as in [DigitalOceanOAuth(Scheme = \"{3}\")].");

    private static readonly DiagnosticDescriptor SharedPaths = Shared(
        "'{0}' and '{1}' share {2}. Give one of them different paths, as in [DigitalOceanOAuth({3})].");

    private static readonly DiagnosticDescriptor SharedGuards = Shared(
        "'{0}' and '{1}' both generate {2}, so calls are ambiguous. Give one of them a prefix, as in [DigitalOceanOAuth(GuardPrefix = \"{3}\")].");

    private static readonly DiagnosticDescriptor SharedNames = Shared(
        "'{0}' and '{1}' both generate {2}. Rename one of the classes.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Unusable, SharedScheme, SharedPaths, SharedGuards, SharedNames];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var applications = new ConcurrentBag<ApplicationNames>();
            var uses = ApplicationUses.Watch(start);
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (ApplicationDeclaration.TryRead(symbol.Symbol, symbol.CancellationToken, out var declaration))
                    {
                        ReportUnusable(symbol, declaration);
                        applications.Add(ApplicationNames.Of(declaration));
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => ReportShared(end, [.. applications], [.. OfOtherProjects(end, uses)]));
        });
    }

    private static void ReportUnusable(SymbolAnalysisContext context, ApplicationDeclaration declaration)
    {
        Report("Scheme", string.IsNullOrWhiteSpace, "it is empty. Write a name, or omit it to use the class's name.");
        Report("ConfigurationSection", string.IsNullOrWhiteSpace, "it is empty. Write a name, or omit it to use 'DigitalOcean'.");
        Report(
            "GuardPrefix",
            prefix => !SyntaxFacts.IsValidIdentifier("Require" + prefix),
            "it cannot be part of a guard's name. Use only letters, digits and '_'.");

        void Report(string property, Func<string, bool> isUnusable, string reason)
        {
            if (declaration.TextOf(property) is { } text && isUnusable(text))
            {
                context.ReportDiagnostic(Diagnostic.Create(Unusable, declaration.LocationOf(property), property, text, reason));
            }
        }
    }

    // A class of another project is one of this app's only if the app uses it.
    private static IEnumerable<ApplicationNames> OfOtherProjects(CompilationAnalysisContext context, ApplicationUses uses)
    {
        var applications = ApplicationSet.Of(context.Compilation, context.CancellationToken).Value;
        var libraries = new Lazy<LibraryDescriptions>(() => LibraryReader.Read(context.Compilation, applications));
        return from application in applications.All
               where !application.IsInSource
               let place = uses.PlaceOf(application.Symbol) ?? (libraries.Value.Applications[application.Symbol].Any(uses.IsCalled) ? Location.None : null)
               where place is not null
               select ApplicationNames.Of(application, place);
    }

    // Both classes are reported, if both are in this project.
    private static void ReportShared(CompilationAnalysisContext context, IReadOnlyList<ApplicationNames> own, IReadOnlyList<ApplicationNames> others)
    {
        foreach (var application in own)
        {
            foreach (var other in own.Concat(others).Where(other => !ReferenceEquals(other, application)))
            {
                Report(context, application, other);
            }
        }

        for (var index = 1; index < others.Count; index++)
        {
            foreach (var other in others.Take(index))
            {
                Report(context, others[index], other);
            }
        }
    }

    private static void Report(CompilationAnalysisContext context, ApplicationNames application, ApplicationNames other)
    {
        foreach (var (descriptor, what, hint) in SharedBy(application, other))
        {
            var (name, otherName) = DistinctNames(application.Symbol, other.Symbol);
            context.ReportDiagnostic(Diagnostic.Create(descriptor, application.Location, [other.Location], name, otherName, what, hint));
        }
    }

    private static IEnumerable<(DiagnosticDescriptor Descriptor, string What, string Hint)> SharedBy(ApplicationNames application, ApplicationNames other)
    {
        if (application.SchemeSharedWith(other) is { } scheme)
        {
            yield return (SharedScheme, scheme, application.Name + "2");
        }

        if (application.PathsSharedWith(other) is { Count: > 0 } paths)
        {
            var first = application.Paths.First(path => path.Path == paths[0]);
            yield return (
                SharedPaths,
                (paths.Count == 1 ? "the path " : "the paths ") + NameList.Of(paths),
                $"{first.Property} = \"/{application.Name.ToLowerInvariant()}/{first.Path.TrimStart('/')}\"");
        }

        if (application.GuardsSharedWith(other) is { Count: > 0 } guards)
        {
            yield return (SharedGuards, (guards.Count == 1 ? "the guard " : "the guards ") + NameList.Of(guards, quote: ""), application.Name);
        }

        if (application.MethodsSharedWith(other) is { Count: > 0 } methods)
        {
            yield return (SharedNames, NameList.Of(methods, quote: ""), "");
        }
    }

    private static (string Name, string OtherName) DistinctNames(ISymbol symbol, ISymbol other) =>
        symbol.Name == other.Name ? (symbol.ToDisplayString(), other.ToDisplayString()) : (symbol.Name, other.Name);

    private static DiagnosticDescriptor Shared(string message) => new(
        RuleId,
        Title,
        message,
        RulePages.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For(RuleId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
