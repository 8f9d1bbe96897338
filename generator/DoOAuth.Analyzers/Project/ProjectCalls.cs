using System.Collections.Immutable;
using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Explaining;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Frameworks;
using DoOAuth.Analyzers.Project.Solving;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project;

/// <summary>The calls of the API that a project makes, itself or through libraries, after all of its code is read.</summary>
internal sealed class ProjectCalls
{
    private ProjectCalls(ProjectSummary summary, MemberBodies bodies, ApiCallReader reader, Dispatch dispatch, CallGraph graph)
    {
        Summary = summary;
        Dispatch = dispatch;
        Graph = graph;
        Bodies = bodies;
        Solver = new PathConditionSolver(summary, bodies);
        Decided = new DecidedTexts(summary, graph, reader, bodies, Limits);
    }

    /// <summary>What was read of the code.</summary>
    public ProjectSummary Summary { get; }

    /// <summary>Gives the code of members.</summary>
    public MemberBodies Bodies { get; }

    /// <summary>Finds the code that runs where a member is named.</summary>
    public Dispatch Dispatch { get; }

    /// <summary>The call graph, with the ways through libraries.</summary>
    public CallGraph Graph { get; }

    /// <summary>Tells what conditions prove.</summary>
    public PathConditionSolver Solver { get; }

    /// <summary>Tells who decides on a text in a path.</summary>
    public DecidedTexts Decided { get; }

    /// <summary>The limits that were reached.</summary>
    public ReachedLimits Limits { get; } = new();

    /// <summary>All calls, by location. Those of libraries come first.</summary>
    public IReadOnlyList<ApiCallSite> All { get; private set; } = [];

    /// <summary>The calls that no file tells by itself, in the order of their reports.</summary>
    public IReadOnlyList<ApiCallSite> ReadAtEnd { get; private set; } = [];

    /// <summary>The calls that depend on parameters which nobody in the project gives.</summary>
    public IReadOnlyList<ApiCallSite> Unresolved { get; private set; } = [];

    /// <summary>The requests that plain clients send to a host which nothing names.</summary>
    public IReadOnlyList<ApiCallAlternative> Unclaimed { get; private set; } = [];

    /// <summary>What the explanation of scopes needs.</summary>
    public ExplainedCode Code => new(Summary, Dispatch, Graph, Solver, All, Limits);

    /// <summary>Reads what only the whole project tells.</summary>
    /// <param name="extractor">What was extracted, which Razor's code, the libraries' ways and the endpoints that frameworks make of types are added to.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="applications">The annotated classes.</param>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    public static ProjectCalls Of(ProjectExtractor extractor, Compilation compilation, ApplicationSet applications, CancellationToken cancellationToken)
    {
        var (summary, libraries) = (extractor.Summary, extractor.Libraries.Value);
        var implementations = new Implementations(compilation, cancellationToken);
        var bodies = MemberBodies.OfProject(compilation, implementations, libraries.Values);
        var bases = new ClientBases(summary.BaseAddresses, bodies);
        var reader = new ApiCallReader(new Lazy<ApplicationSet>(() => applications), bodies, bases);
        RazorCode.Extract(compilation, extractor, reader, cancellationToken);
        foreach (var edge in libraries.Edges)
        {
            summary.Edges.Enqueue(edge);
        }

        MessagePipeline.AddTo(summary, implementations);
        var dispatch = new Dispatch(implementations, libraries);
        var calls = new ProjectCalls(summary, bodies, reader, dispatch, new CallGraph(summary, dispatch));
        var unclaimed = new List<ApiCallAlternative>();
        var read = ReadSends(summary, reader, bodies, unclaimed, calls.Limits).OrderBy(site => site.Call.Location, LocationOrder.Order).ToList();
        var variants = new CallVariants(summary, implementations, bodies, bases, compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary);
        var reach = new CallReach(calls.Graph);
        var replay = new CallReplay(reader, bodies, compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary);
        read = [.. read.Select(site => replay.Narrowed(site, calls.Graph)).OfType<ApiCallSite>().SelectMany(variants.Of).Where(reach.MayBeReached)];
        List<ApiCallSite> all = [.. OnBases(libraries.Calls, bases, bodies).SelectMany(variants.Of).Where(site => site.Receiver?.ContainingAssembly is not { } assembly || !ReferenceEquals(assembly, compilation.Assembly) || reach.MayBeReached(site)), .. summary.Calls.OrderBy(site => site.Call.Location, LocationOrder.Order), .. read];
        var forwarding = new ForwardedCalls(calls.Graph, summary.Endpoints, reader, bodies, replay, variants, reach, calls.Limits);
        List<ApiCallSite> forwarded = [.. forwarding.Resolve(all, cancellationToken)];
        calls.Unresolved = compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary ? forwarding.Unresolved : WithServices(forwarding.Unresolved, forwarded);
        calls.All = [.. all, .. forwarded];
        calls.ReadAtEnd = [.. read, .. forwarded];
        calls.Unclaimed = [.. unclaimed, .. forwarding.Unclaimed];
        if (calls.All.Count > 0)
        {
            TypeEndpoints.AddTo(summary, implementations.Types.All, new GuardReader(new Lazy<ApplicationSet>(() => applications)), bodies, cancellationToken);
        }

        return calls;
    }

    // A typed client that no caller passes is injected. What stays is unknown.
    private static List<ApiCallSite> WithServices(IEnumerable<ApiCallSite> unresolved, List<ApiCallSite> resolved)
    {
        var left = new List<ApiCallSite>();
        foreach (var site in unresolved)
        {
            if (site.Call is not { IsTyped: true, Client: { Parameter: not null } client })
            {
                left.Add(site);
            }
            else if (site.Call.On(client.Alone) is { } call)
            {
                resolved.Add(site with { Call = call });
            }
        }

        return left;
    }

    // Who registers or makes a library's class gives its client the base address.
    private static IEnumerable<ApiCallSite> OnBases(IEnumerable<ApiCallSite> calls, ClientBases bases, MemberBodies bodies)
    {
        foreach (var site in calls)
        {
            var values = new ValueReader(bodies, bases);
            if (site.Call.Client is { Parameter: { } typed } && TypedClients.Is(typed.Type))
            {
                yield return site with { Call = site.Call.On(site.Call.Client with { Otherwise = values.RegisteredClient(typed.Type) }) ?? site.Call };
            }
            else if (site.Call.Client is not { Parameter: { } parameter, Base: null } || bases.Of(parameter, values) is not { } given)
            {
                yield return site;
            }
            else if (site.Call.On(site.Call.Client with { Base = given }) is { } call)
            {
                yield return site with { Call = call };
            }
        }
    }

    // What the files could not tell by themselves.
    private static IEnumerable<ApiCallSite> ReadSends(ProjectSummary summary, ApiCallReader reader, MemberBodies bodies, List<ApiCallAlternative> unclaimed, ReachedLimits limits)
    {
        foreach (var send in summary.Sends)
        {
            var operation = bodies.Of(send.Invocation);
            if (operation is IInvocationOperation or IMethodReferenceOperation)
            {
                var reading = operation is IMethodReferenceOperation group ? reader.Read(group) : reader.Read((IInvocationOperation)operation);
                unclaimed.AddRange(reading.Unclaimed);
                if (reading.Limit is { } limit)
                {
                    limits.Reach(limit, reading.Call?.Location ?? send.Invocation.GetLocation());
                }

                if (reading.Call is { } call)
                {
                    yield return new ApiCallSite(send.From, call, send.Conditions, []) { Sent = send.Invocation };
                }
            }
        }
    }
}
