using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Reporting;
using DoOAuth.Catalog;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Calls;

/// <summary>The scopes that a call needs and that no annotated class declares.</summary>
internal sealed class MissingScopes
{
    private readonly IReadOnlyList<IReadOnlyList<string>> _terms;
    private readonly ImmutableArray<Application> _applications;

    private MissingScopes(IReadOnlyList<IReadOnlyList<string>> terms, ImmutableArray<Application> applications)
    {
        _terms = terms;
        _applications = applications;
    }

    /// <summary>The missing scopes, or null if one of the classes declares all of them. If there are several classes, those that lack the fewest count.</summary>
    public static MissingScopes? Of(ScopeRequirement requirement, ImmutableArray<Application> applications)
    {
        if (requirement.AllOf.Count == 0 || applications.IsEmpty || applications.Any(application => application.Coverage.Meets(requirement)))
        {
            return null;
        }

        var lacks = applications
            .Select(application => (Application: application, Terms: requirement.AllOf.Where(term => !term.Any(application.Coverage.Covers)).ToList()))
            .OrderBy(lack => lack.Terms.Count)
            .ToList();
        var least = lacks[0].Terms;
        return new MissingScopes(least, [.. lacks.Where(lack => lack.Terms.SequenceEqual(least)).Select(lack => lack.Application)]);
    }

    /// <summary>Reports it.</summary>
    /// <param name="descriptor">The rule.</param>
    /// <param name="severity">How bad it is: a plain client carries no user's token by itself.</param>
    /// <param name="location">The place.</param>
    /// <param name="operation">The operation, for people.</param>
    /// <param name="others">Other places that belong to it.</param>
    public Diagnostic Report(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, Location location, string operation, params IEnumerable<Location> others)
    {
        var properties = FixProperties.For(_terms.Select(term => string.Join("|", term)), _applications.Select(application => application.FixId));
        return Diagnostic.Create(descriptor, location, severity, others, properties, operation, Needs, ApiDescription.Name, Whose, $"{Attributes} to {Where}");
    }

    /// <summary>The name of the first of the classes that lack them in this project; null if they are in other projects.</summary>
    public Location? Declaration => _applications.FirstOrDefault(application => application.IsInSource)?.Symbol.Locations.FirstOrDefault(location => location.IsInSource);

    private string Needs => (_terms.Count == 1 ? "the scope " : "the scopes ")
        + NameList.Of(_terms.Select(term => NameList.Of(term, word: "or")), quote: "");

    private string Whose => _applications switch
    {
        [var only] => $"{Quoted(only.Name)} does not declare {Them}",
        [var first, var second] => $"neither {Quoted(first.Name)} nor {Quoted(second.Name)} declares {Them}",
        _ => $"none of {NameList.Of(_applications.Select(application => application.Name))} declares {Them}",
    };

    private string Them => _terms.Count > 1 ? "them" : _terms[0].Count > 1 ? "either" : "it";

    private string Attributes => NameList.Of(
        _terms.Select(term => NameList.Of(term.Select(scope => $"[DigitalOceanScope({ScopeConstant.Of(scope)})]"), quote: "", word: "or")),
        quote: "");

    private string Where => _applications.Length == 1 ? Quoted(_applications[0].Name) : "the class whose users make this call";

    private static string Quoted(string name) => $"'{name}'";
}
