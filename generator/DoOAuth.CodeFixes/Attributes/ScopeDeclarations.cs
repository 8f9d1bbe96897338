using DoOAuth.CodeFixes.Choices;
using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.CodeFixes.Attributes;

/// <summary>Declares the scopes that reports require, each scope once, even if several reports require it.</summary>
internal static class ScopeDeclarations
{
    /// <summary>
    /// The option to apply for each report: the only one, or the one that the user chose elsewhere. If another report already declares
    /// a scope that is sufficient for a report with alternatives, no other scope is needed.
    /// </summary>
    public static IEnumerable<ScopeOption> Choose(IReadOnlyList<IReadOnlyList<ScopeOption>> reports, Choice choice)
    {
        var certain = new HashSet<(string, string)>(reports
            .Where(options => options.Count == 1)
            .SelectMany(options => options[0].Scopes.Select(scope => (options[0].ApplicationId, scope))));
        foreach (var options in reports)
        {
            var isMet = options.Count > 1 && options.Any(option => option.Scopes.All(scope => certain.Contains((option.ApplicationId, scope))));
            if (!isMet && options.FirstOrDefault(option => choice.Includes(option.Among(options, choice.Variant))) is { } chosen)
            {
                yield return chosen;
            }
        }
    }

    /// <summary>Applies the options in their order.</summary>
    public static async Task<Solution> DeclareAsync(Solution solution, IEnumerable<ScopeOption> options, bool areOptional, CancellationToken cancellationToken)
    {
        var places = new Dictionary<(DocumentId, TextSpan), (DeclarationPlace Place, List<string> Scopes)>();
        foreach (var option in options)
        {
            if (DeclarationPlace.Find(solution, option.Application, cancellationToken) is { } place)
            {
                var key = (place.Document.Id, place.Anchor.Span);
                if (!places.TryGetValue(key, out var asked))
                {
                    places.Add(key, asked = (place, []));
                }

                asked.Scopes.AddRange(option.Scopes.Where(scope => !asked.Place.Declared.Contains(scope) && !asked.Scopes.Contains(scope)));
            }
        }

        var edits = new SolutionEdits();
        foreach (var (place, scopes) in places.Values.Where(asked => asked.Scopes.Count > 0))
        {
            var text = await place.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            ScopeAttributes.Insert(edits, text, place, scopes, areOptional);
        }

        return await edits.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
    }
}
