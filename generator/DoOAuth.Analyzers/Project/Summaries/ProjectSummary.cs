using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>What was read of a project's code, method by method, until all of it is known. Values, symbols and locations only.</summary>
internal sealed class ProjectSummary
{
    public ConcurrentQueue<ApiCallSite> Calls { get; } = new();

    /// <summary>The invocations that are read once the whole project is known.</summary>
    public ConcurrentQueue<SendSite> Sends { get; } = new();

    /// <summary>Where code gives a base address to a plain client: by the field, parameter or type of the client, or by its name.</summary>
    public ConcurrentQueue<(object Key, SyntaxNode Value)> BaseAddresses { get; } = new();

    public ConcurrentQueue<CallEdge> Edges { get; } = new();

    public ConcurrentQueue<EndpointSite> Endpoints { get; } = new();

    public ConcurrentQueue<EndpointSite> Groups { get; } = new();

    /// <summary>Calls that map the endpoints of types.</summary>
    public ConcurrentQueue<TypeMapping> Mappings { get; } = new();

    public ConcurrentQueue<BuilderCallSite> Passes { get; } = new();

    /// <summary>Builders that are passed by reflection to methods that nothing names.</summary>
    public ConcurrentQueue<ImmutableArray<BuilderOrigin>> Reflected { get; } = new();

    /// <summary>Guards and filters that are added to builders whenever those are created.</summary>
    public ConcurrentQueue<(BuilderOrigin Origin, Guard Guard)> Guards { get; } = new();

    /// <summary>What the app's policies require, by their names.</summary>
    public ConcurrentQueue<(string Name, ImmutableArray<Guard> Guards)> Policies { get; } = new();

    /// <summary>Calls that set up a framework for the whole app, such as those that add filters.</summary>
    public ConcurrentQueue<(EndpointFamily Family, SyntaxNode Call)> Conventions { get; } = new();

    /// <summary>The builders that methods return, with one entry for each <c>return</c>. Branches can return different builders.</summary>
    public ConcurrentQueue<(CodeKey Method, ImmutableArray<BuilderOrigin> Origins)> Returns { get; } = new();

    /// <summary>The builders that are assigned to fields and properties.</summary>
    public ConcurrentQueue<(CodeKey Member, ImmutableArray<BuilderOrigin> Origins)> Members { get; } = new();

    /// <summary>What is true if a method, a property or a field says yes, or no, with one entry for each <c>return</c> or assignment that can do so.</summary>
    public ConcurrentQueue<(CodeKey Method, bool IsNo, ImmutableArray<PathCondition> Conditions)> Predicates { get; } = new();

    /// <summary>What holds where a filter goes on to the handler.</summary>
    public ConcurrentQueue<(CodeKey Filter, ImmutableArray<PathCondition> Conditions)> Continuations { get; } = new();

    /// <summary>Guards by attributes on lambdas and local functions; those on methods are asked of the symbols.</summary>
    public ConcurrentDictionary<CodeKey, ImmutableArray<Guard>> FunctionGuards { get; } = new();

    /// <summary>The names of local functions.</summary>
    public ConcurrentDictionary<CodeKey, string> FunctionNames { get; } = new();

    /// <summary>Methods that are used as delegates. Their callers are not known.</summary>
    public ConcurrentDictionary<CodeKey, bool> Delegated { get; } = new();

    /// <summary>Scopes that the code uses for guards, checks and links. A guard that is not for a scope means a scope that cannot be read.</summary>
    public ConcurrentQueue<Guard> Mentions { get; } = new();

    /// <summary>Clients of DigitalOcean's that are kept or registered as plain ones: where they come out again is not always known.</summary>
    public ConcurrentQueue<ITypeSymbol> Disguised { get; } = new();

    /// <summary>The types that are registered as services or options.</summary>
    public ConcurrentDictionary<ISymbol, bool> Services { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Clients that are handed to code outside of the project.</summary>
    public ConcurrentQueue<ITypeSymbol> HandedOut { get; } = new();
}
