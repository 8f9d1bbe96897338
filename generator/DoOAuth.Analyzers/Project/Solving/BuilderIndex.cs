using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>What is known about a project's builders, by builder and by method.</summary>
internal sealed class BuilderIndex
{
    public BuilderIndex(ProjectSummary summary, Dispatch dispatch)
    {
        Guards = summary.Guards.ToLookup(site => site.Origin, site => site.Guard);
        Members = summary.Members.ToLookup(site => site.Member, site => site.Origins);
        Returns = summary.Returns.ToLookup(site => site.Method, site => site.Origins);
        Made = new Dictionary<BuilderOrigin, EndpointSite>();
        foreach (var site in summary.Endpoints.Concat(summary.Groups))
        {
            Made[site.Origin] = site;
        }

        var passes = summary.Passes.OrderBy(pass => pass.At, LocationOrder.Order)
            .Select(pass => (Pass: pass, Methods: pass.Delegate is null ? dispatch.Of(pass.To) : []))
            .ToList();
        Passes = passes.GroupBy(pass => pass.Pass.Origin).ToDictionary(group => group.Key, group => group.First());
        Callers = passes.SelectMany(pass => pass.Methods.Select(method => (method, pass.Pass))).ToLookup(pair => pair.method, pair => pair.Pass);
        PassedOn = passes
            .SelectMany(pass => pass.Pass.Arguments.SelectMany(argument => argument.Certain.Select(origin => (origin, pass.Pass, pass.Methods, argument.Ordinal))))
            .ToLookup(passed => passed.origin, passed => (passed.Pass, passed.Methods, passed.Ordinal));
        GivenTo = passes.Where(pass => pass.Pass.Delegate is null)
            .SelectMany(pass => pass.Pass.Arguments.SelectMany(argument => argument.Handlers.Where(handler => handler.Ordinal is null).SelectMany(handler => pass.Methods.Select(method => (handler.Code.Key, Given: (pass.Pass, method, argument.Ordinal))))))
            .ToLookup(given => given.Key, given => given.Given);
        Run = passes.Where(pass => pass.Pass.Delegate is not null).ToLookup(pass => (pass.Pass.To.Key, pass.Pass.Delegate!.Value), pass => pass.Pass);
        Reflected = [.. summary.Reflected.SelectMany(origins => origins).Distinct()];
        Delegated = summary.Delegated.Keys.ToImmutableHashSet();
    }

    /// <summary>The guards and filters that are added to a builder.</summary>
    public ILookup<BuilderOrigin, Guard> Guards { get; }

    /// <summary>The builders that are assigned to a field or property.</summary>
    public ILookup<CodeKey, ImmutableArray<BuilderOrigin>> Members { get; }

    /// <summary>The builders that a method returns.</summary>
    public ILookup<CodeKey, ImmutableArray<BuilderOrigin>> Returns { get; }

    /// <summary>The endpoints and groups.</summary>
    public Dictionary<BuilderOrigin, EndpointSite> Made { get; }

    /// <summary>The calls that pass builders to methods, by the returned builder, with the methods that can run.</summary>
    public Dictionary<BuilderOrigin, (BuilderCallSite Pass, ImmutableArray<CodeKey> Methods)> Passes { get; }

    /// <summary>The calls that pass builders to a method.</summary>
    public ILookup<CodeKey, BuilderCallSite> Callers { get; }

    /// <summary>The calls that a builder is certainly passed to, and as which argument.</summary>
    public ILookup<BuilderOrigin, (BuilderCallSite Pass, ImmutableArray<CodeKey> Methods, int Ordinal)> PassedOn { get; }

    /// <summary>The calls that pass a function to a method, and as which argument.</summary>
    public ILookup<CodeKey, (BuilderCallSite Pass, CodeKey Method, int Ordinal)> GivenTo { get; }

    /// <summary>The calls by which a method runs a function that it was given as an argument.</summary>
    public ILookup<(CodeKey Method, int Ordinal), BuilderCallSite> Run { get; }

    /// <summary>The builders that are passed to methods by reflection.</summary>
    public ImmutableArray<BuilderOrigin> Reflected { get; }

    /// <summary>The methods that are used as delegates.</summary>
    public ImmutableHashSet<CodeKey> Delegated { get; }
}
