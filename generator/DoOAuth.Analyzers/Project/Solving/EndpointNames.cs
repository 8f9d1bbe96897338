using DoOAuth.Analyzers.Project.Summaries;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Names endpoints for people, such as <c>GET /api/droplets</c>.</summary>
internal sealed class EndpointNames(BuilderIndex index)
{
    // As deep as the search for guards goes, which tells it.
    private const int Deepest = GuardSearch.Deepest;

    public string Of(EndpointInstance endpoint) => endpoint.Site.OfType is { } ofType ? ofType.Title : endpoint.Site.Pattern is { } pattern
        ? $"{endpoint.Site.Verb} {Join(Prefix(endpoint.Site.Around.FirstOrDefault(), endpoint.Chain, 0), pattern)}".TrimStart()
        : "This endpoint";

    private string Prefix(BuilderOrigin origin, CallChain? chain, int depth)
    {
        if (depth > Deepest)
        {
            return "";
        }

        switch (origin.Kind)
        {
            case BuilderKind.Call when index.Made.TryGetValue(origin, out var made):
                return Join(Prefix(made.Around.FirstOrDefault(), chain, depth + 1), made.Pattern ?? "…");
            case BuilderKind.Call when index.Passes.TryGetValue(origin, out var passed):
                return passed.Methods.SelectMany(method => index.Returns[method].SelectMany(origins => origins)
                    .Select(result => Prefix(result, new CallChain(passed.Pass, method, chain), depth + 1))).FirstOrDefault() ?? "";
            case BuilderKind.Parameter when CallChain.To(origin.Key, chain) is { } call:
                return call.Pass.Arguments.Where(argument => argument.Ordinal == origin.Ordinal).SelectMany(argument => argument.Origins)
                    .Select(given => Prefix(given, call.Outer, depth + 1)).FirstOrDefault() ?? "";
            case BuilderKind.Member:
                return index.Members[origin.Key].SelectMany(origins => origins).Select(given => Prefix(given, null, depth + 1)).FirstOrDefault() ?? "";
            default:
                return "";
        }
    }

    private static string Join(string prefix, string pattern)
    {
        var (start, end) = (prefix.TrimEnd('/'), pattern.TrimStart('/'));
        return end.Length == 0 && start.Length > 0 ? start : $"{start}/{end}";
    }
}
