using System.Collections.Immutable;
using System.Composition;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.CodeFixes.Choices;
using DoOAuth.CodeFixes.Edits;
using DoOAuth.CodeFixes.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.CodeFixes;

/// <summary>Fixes DOO103: calls the missing guards of an endpoint, after its other calls, or adds them to a method or class as attributes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddGuardFix))]
[Shared]
public sealed class AddGuardFix : CodeFixProvider
{
    private const string Variant = nameof(AddGuardFix);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ProjectRules.UnguardedId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new MergedFixAll("Add the guards", AddAllAsync);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var options = await FindOptionsAsync(new Report(context.Document, diagnostic), context.CancellationToken).ConfigureAwait(false);
            foreach (var option in options)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Add {option.Text}",
                        cancellationToken => AddAsync(context.Document.Project.Solution, [option], cancellationToken),
                        option.Among(options, Variant).ToString()),
                    diagnostic);
            }
        }
    }

    private static async Task<Solution> AddAllAsync(FixAllContext context, IReadOnlyList<Report> reports, CancellationToken cancellationToken)
    {
        var options = new List<IReadOnlyList<GuardOption>>();
        foreach (var report in reports)
        {
            options.Add(await FindOptionsAsync(report, cancellationToken).ConfigureAwait(false));
        }

        List<GuardOption> chosen = [.. GuardOption.Choose(options, Choice.Parse(context.CodeActionEquivalenceKey))];
        return await AddAsync(context.Solution, chosen, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Solution> AddAsync(Solution solution, IReadOnlyList<GuardOption> options, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        await GuardCalls.AppendAsync(edits, options.OfType<GuardCallOption>(), cancellationToken).ConfigureAwait(false);
        await GuardAttributes.AddAsync(edits, options.OfType<GuardAttributeOption>(), cancellationToken).ConfigureAwait(false);
        return await edits.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<GuardOption>> FindOptionsAsync(Report report, CancellationToken cancellationToken)
    {
        if (await report.FindNodeAsync(cancellationToken).ConfigureAwait(false) is not { } node)
        {
            return [];
        }

        if (report.Property(FixProperties.Attributes) is { } attributes)
        {
            return report.Document is not SourceGeneratedDocument && DeclarationAt(node, report) is { } declaration
                ? [.. Combinations.Of(attributes).Select(scopes => new GuardAttributeOption(report.Document, declaration, scopes))]
                : [];
        }

        if (await report.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || EndpointChain.Around(node, model, cancellationToken) is not { } chain)
        {
            return [];
        }

        var sight = new GuardsInSight(ApplicationSet.Of(model.Compilation, cancellationToken), model, chain.End.SpanStart, cancellationToken);
        return
        [
            .. Combinations.Of(report.Property(FixProperties.Guards))
                .Select(guards => guards.RemoveAll(chain.Calls.Contains))
                .Where(guards => !guards.IsEmpty && guards.All(sight.IsKnown))
                .Select(guards => new GuardCallOption(report.Document, chain, guards, sight.NamespacesToImport(guards))),
        ];
    }

    private static MemberDeclarationSyntax? DeclarationAt(SyntaxNode node, Report report) => report.Property(FixProperties.IsOnClass) is null
        ? node.FirstAncestorOrSelf<MethodDeclarationSyntax>()
        : node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
