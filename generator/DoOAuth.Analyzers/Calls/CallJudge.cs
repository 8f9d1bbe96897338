using DoOAuth.Analyzers.Calls.Addresses;
using DoOAuth.Analyzers.Values;
using DoOAuth.Catalog;
using DoOAuth.Catalog.Embedded;

namespace DoOAuth.Analyzers.Calls;

/// <summary>Finds out what DigitalOcean's API has for a request.</summary>
internal static class CallJudge
{
    private static readonly ScopeRequirement NoScopes = ScopeRequirement.Parse("");

    public static CallVerdict Judge(ApiCallAlternative alternative)
    {
        if (alternative.Declared is { } declared)
        {
            return Judge(declared);
        }

        var address = ApiAddress.Of(alternative.Address);
        if (!address.IsReadable)
        {
            return new CallVerdict([], null, NoScopes, Describe(alternative.Verb, address), Unreadable: true, null);
        }

        var index = BundledCatalogs.OperationIndex;
        var verbs = alternative.Verb.Names.IsEmpty ? index.Verbs : alternative.Verb.Names;
        var matches = verbs.Select(verb => index.Match(AsListed(verb), address.Segments)).ToList();
        var operations = matches.SelectMany(match => match.Operations).ToList();
        var isCertain = alternative.Verb.Name is not null && matches[0].IsCertain;
        var certain = isCertain ? operations.FirstOrDefault() : null;

        // An address without a path is not one of the API.
        var isMissing = isCertain && certain is null && address.IsExact && !address.Segments.IsEmpty;
        return new CallVerdict(
            operations,
            certain,
            certain?.Scopes ?? SharedRequirement.Of(operations),
            certain is null ? Describe(alternative.Verb, address) : $"{certain.Method} {certain.Path}",
            Unreadable: operations.Count == 0 && !isMissing && !address.Segments.IsEmpty,
            isMissing ? new Lazy<string>(() => NearestOperation.To(AsListed(alternative.Verb.Name!), address.Segments, alternative.Verb.Name!)) : null);
    }

    // What a typed client says counts for operations that the list does not have.
    private static CallVerdict Judge(DeclaredOperation declared)
    {
        var operation = BundledCatalogs.OperationIndex.Find(AsListed(declared.Method), declared.Path)
            ?? new OperationEntry(declared.Method, declared.Path, "", ScopeRequirement.Parse(declared.Scopes), IsDeprecated: false, 0);
        return new CallVerdict([operation], operation, operation.Scopes, $"{operation.Method} {operation.Path}", Unreadable: false, null);
    }

    // An operation for GET also responds to HEAD, without a body (RFC 9110 section 9.3.2). DigitalOcean lists only GET.
    private static string AsListed(string verb) => verb == "HEAD" ? "GET" : verb;

    private static string Describe(VerbPattern verb, ApiAddress address) =>
        $"{(verb.Names.IsEmpty ? "" : string.Join("|", verb.Names) + " ")}/{string.Join("/", address.Segments)}";
}
