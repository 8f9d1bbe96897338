using DoOAuth.Catalog;
using DoOAuth.Catalog.Embedded;
using DoOAuth.CodeFixes.Attributes;
using DoOAuth.CodeFixes.Choices;
using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DoOAuth.CodeFixes;

/// <summary>A fix that declares scopes on an annotated class, as required or as optional scopes.</summary>
public abstract class ScopeDeclaringFix : CodeFixProvider
{
    private const string Plain = "Declare";
    private const string Optional = "DeclareOptional";

    private protected ScopeDeclaringFix()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new MergedFixAll("Declare the scopes", DeclareAllAsync);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            var options = await OptionsForAsync(new Report(context.Document, diagnostic), context.CancellationToken).ConfigureAwait(false);
            foreach (var variant in new[] { Plain, Optional })
            {
                foreach (var option in options)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(
                            Title(option, variant),
                            cancellationToken => ScopeDeclarations.DeclareAsync(solution, [option], variant == Optional, cancellationToken),
                            option.Among(options, variant).ToString()),
                        diagnostic);
                }
            }
        }
    }

    /// <summary>The ways to fix a report, in the order of the menu.</summary>
    private protected abstract Task<IEnumerable<ScopeOption>> FindOptionsAsync(Report report, CancellationToken cancellationToken);

    private static string Title(ScopeOption option, string variant)
    {
        var scopes = string.Join(" and ", option.Scopes.Select(scope => ScopeConstant.Of(scope).ToString()));
        return $"Declare {scopes} on {option.Application.Name}{(variant == Optional ? ", requested only when needed" : "")}";
    }

    private async Task<Solution> DeclareAllAsync(FixAllContext context, IReadOnlyList<Report> reports, CancellationToken cancellationToken)
    {
        var options = new List<IReadOnlyList<ScopeOption>>();
        foreach (var report in reports)
        {
            options.Add(await OptionsForAsync(report, cancellationToken).ConfigureAwait(false));
        }

        var choice = Choice.Parse(context.CodeActionEquivalenceKey);
        return await ScopeDeclarations
            .DeclareAsync(context.Solution, ScopeDeclarations.Choose(options, choice), choice.Variant == Optional, cancellationToken)
            .ConfigureAwait(false);
    }

    // A scope that DigitalOcean does not know has no constant, and attributes cannot be added to a class in a generated file.
    private async Task<IReadOnlyList<ScopeOption>> OptionsForAsync(Report report, CancellationToken cancellationToken)
    {
        var options = await FindOptionsAsync(report, cancellationToken).ConfigureAwait(false);
        return
        [
            .. options.Where(option =>
                option.Scopes.All(scope => BundledCatalogs.Scopes.Find(scope) is { IsCurrent: true })
                && DeclarationPlace.Find(report.Document.Project.Solution, option.Application, cancellationToken) is { } place
                && !place.Declared.IsSupersetOf(option.Scopes)),
        ];
    }
}
