using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Reports;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Explaining;

/// <summary>The endpoints of a project with their names, their guards and the code that runs for them.</summary>
internal sealed class ExplainedEndpoints
{
    private readonly HandlerGuards _handlerGuards;
    private readonly EndpointNames _names;
    private readonly ILookup<CodeKey, EndpointInstance> _byCode;

    public ExplainedEndpoints(ExplainedCode code, GuardReader reader)
    {
        var index = new BuilderIndex(code.Summary, code.Dispatch);
        _names = new EndpointNames(index);
        _handlerGuards = new HandlerGuards(code.Summary, reader);
        All = [.. new EndpointExpansion(code.Summary, index, new GuardSearch(index, code.Limits), code.Dispatch, code.Limits).All()];
        _byCode = All
            .SelectMany(endpoint => endpoint.Handlers.Concat(FiltersOf(endpoint, code.Dispatch)).Distinct().Select(handler => (Code: handler, Endpoint: endpoint)))
            .ToLookup(pair => pair.Code, pair => pair.Endpoint);
    }

    /// <summary>All endpoints, by location.</summary>
    public ImmutableArray<EndpointInstance> All { get; }

    /// <summary>The endpoints that run the code, as handlers or as filters.</summary>
    public IEnumerable<EndpointInstance> Of(CodeKey code) => _byCode[code];

    /// <summary>Whether an endpoint runs the code.</summary>
    public bool Run(CodeKey code) => _byCode.Contains(code);

    /// <summary>The endpoint's name, without a line, which would change with each edit of the file.</summary>
    public string NameOf(EndpointInstance endpoint) => endpoint.Site.Pattern is null
        ? $"an endpoint in {CodeNames.File(endpoint.At)}"
        : _names.Of(endpoint);

    /// <summary>The scopes that the endpoint's guards require, on any of its branches.</summary>
    public IEnumerable<Guard> GuardsOf(EndpointInstance endpoint) => endpoint.Guards
        .SelectMany(guards => guards)
        .Concat(endpoint.Handlers.SelectMany(handler => _handlerGuards.Of(handler)))
        .Where(guard => guard.Kind == GuardKind.Scope)
        .Distinct();

    private static IEnumerable<CodeKey> FiltersOf(EndpointInstance endpoint, Dispatch dispatch) => endpoint.Guards
        .SelectMany(guards => guards)
        .Where(guard => guard.Kind == GuardKind.Filter && guard.Filter.Ordinal is null)
        .SelectMany(guard => dispatch.Of(guard.Filter.Code));
}
