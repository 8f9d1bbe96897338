using DoOAuth.CodeFixes.Choices;
using DoOAuth.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DoOAuth.CodeFixes.Attributes;

/// <summary>Declares what reports ask for, each scope once, however many reports ask for it.</summary>
internal static class ScopeDeclarations
{
    /// <summary>
    /// Of each report the option that is to be carried out: the only one, or the one that the user chose elsewhere. Where
    /// a scope that is declared anyway meets a report that leaves a choice, it needs no other.
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

    /// <summary>Carries the options out, in their order.</summary>
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
