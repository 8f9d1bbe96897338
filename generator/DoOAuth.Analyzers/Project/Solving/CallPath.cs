using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>A path from a piece of code to a call of the API.</summary>
/// <param name="Code">The code.</param>
/// <param name="Application">The class whose client is passed along; null if it is not known.</param>
/// <param name="Next">The path from there on; null if the code itself contains the call.</param>
/// <param name="Requirement">The requirement of the call at its end.</param>
internal sealed record CallPath(CodeKey Code, Application? Application, CallPath? Next, CallRequirement Requirement)
{
    /// <summary>The number of calls from the code to the one that contains the call of the API.</summary>
    public int Length { get; } = Next is null ? 0 : Next.Length + 1;

    /// <summary>The location of the next step: a call that leads on, or the call of the API.</summary>
    public Location At { get; private init; } = Requirement.Site.Call.Location;

    /// <summary>What has to hold where the code runs, so that it goes this way.</summary>
    public CallContext Context { get; private init; } = CallContext.Any;

    /// <summary>The nearest member on the way in whose place others may run; null for none.</summary>
    public IMethodSymbol? Dispatched { get; private init; }

    /// <summary>The path that begins at the code with the call.</summary>
    public static CallPath To(CallRequirement requirement) => new(requirement.Site.From, requirement.Site.Call.Application, null, requirement)
    {
        Context = CallContext.Of(requirement.Site),
    };

    /// <summary>The path that begins one call earlier; null if the call does not lead this way.</summary>
    public CallPath? Before(CallEdge edge, ApplicationSet applications) => Context.Before(edge, Code) is { } context
        ? new(edge.From, Application ?? (applications.All.Length > 1 ? ClassOf(edge, applications) : null), this, Requirement) { Context = context, At = edge.At, Dispatched = edge.To is { IsDispatched: true, Method: { } method } ? method : Dispatched }
        : null;

    // The class of a client that the call passes, or that the object was made with or for.
    private static Application? ClassOf(CallEdge edge, ApplicationSet applications) => applications.ApplicationOf(edge.Client)
        ?? ((edge.To.Method?.ContainingType?.TypeArguments ?? [])
            .Concat(edge.To is { Receiver: INamedTypeSymbol { InstanceConstructors: [var constructor] } made, Method.ContainingType: var declaring } && !SymbolEqualityComparer.Default.Equals(made, declaring) ? constructor.Parameters.Select(parameter => parameter.Type) : [])
            .Select(applications.ApplicationOf).OfType<Application>().Distinct().ToList() is [var only] ? only : null);

    /// <summary>The code on the path, from this one to the call, and through the methods that pass its address on.</summary>
    public IEnumerable<CodeKey> Codes()
    {
        for (var path = this; path is not null; path = path.Next)
        {
            yield return path.Code;
        }

        foreach (var code in Requirement.Site.Through)
        {
            yield return code;
        }
    }
}
