using DoOAuth.Analyzers.Calls;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>
/// Makes of a call what one caller makes of it. Where conditions on the way ask for what the caller passes, the code is read again: it may not come to the
/// call, or send another request.
/// </summary>
/// <param name="reader">Reads calls, and what they pass.</param>
/// <param name="bodies">Gives the code of the calls.</param>
/// <param name="isLibrary">Whether other projects may call the code.</param>
internal sealed class CallReplay(ApiCallReader reader, MemberBodies bodies, bool isLibrary)
{
    // More callers than this of a method with conditions are hardly ever all constants.
    private const int MostCallers = 64;

    // How far callers pass on what they are given themselves.
    private const int MostDepth = 3;

    /// <summary>The call as one caller makes it; null if that one does not.</summary>
    /// <param name="site">The call.</param>
    /// <param name="method">The method that the caller calls.</param>
    /// <param name="operation">The caller's call; null if nothing is passed.</param>
    /// <param name="arguments">What it passes.</param>
    /// <param name="at">Where it hands that in.</param>
    public ApiCall? Before(ApiCallSite site, IMethodSymbol method, IOperation? operation, CallArguments arguments, Location at)
    {
        var call = site.Call;
        if (operation is not null && site.Sent is not null && KnownArguments.Of(null, operation, method) is { } known)
        {
            if (Again(site, known) is not { } again)
            {
                return null;
            }

            call = again;
        }

        var added = ReferenceEquals(call, site.Call) ? [] : call.Closed.RemoveAll(request => site.Call.Closed.Contains(request) || site.First?.Closed.Contains(request) == true);
        return OnObject(call.Substitute(arguments, at, added), method, operation);
    }

    /// <summary>The call without the requests that its callers exclude; null if they exclude all.</summary>
    /// <param name="site">The call.</param>
    /// <param name="graph">Who calls whom.</param>
    public ApiCallSite? Narrowed(ApiCallSite site, CallGraph graph)
    {
        if (site.Sent is null || site.Call.Closed.Length < 2 || site.From.Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || MayBeCalledElsewhere(method) || KnownIn(method, graph, 0) is not { Count: > 0 and <= MostCallers } all)
        {
            return site;
        }

        var possible = all.Select(known => Again(site, known)).OfType<ApiCall>().SelectMany(call => call.Alternatives).ToList();
        var left = site.Call.Alternatives.RemoveAll(request => site.Call.Closed.Contains(request) && !possible.Contains(request));
        return left.IsEmpty ? null : left.Length == site.Call.Alternatives.Length ? site : site with { Call = site.Call.With(left) };
    }

    // A framework calls actions of controllers, and other projects call what they see of a library.
    private bool MayBeCalledElsewhere(IMethodSymbol method) => method.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Internal)
        && (isLibrary || method.GetAttributes().Length > 0 || method.ContainingType is not { BaseType: null or { SpecialType: SpecialType.System_Object } or { DeclaringSyntaxReferences.IsEmpty: false } });

    // What each caller makes known; null if one of them tells nothing.
    private List<KnownArguments>? KnownIn(IMethodSymbol method, CallGraph graph, int depth)
    {
        var all = new List<KnownArguments>();
        foreach (var edge in depth < MostDepth ? graph.Into(CodeKey.Of(method)) : [])
        {
            if (edge.Call is null || bodies.Of(edge.Call) is not { } passing)
            {
                return null;
            }

            var known = KnownArguments.Of(null, passing, method) is { } own ? [own]
                : edge.From.Symbol is IMethodSymbol caller && KnownIn(caller, graph, depth + 1) is { } outer ? outer.Select(one => KnownArguments.Of(one, passing, method)).ToList()
                : [null];
            if (known.Contains(null))
            {
                return null;
            }

            all.AddRange(known.OfType<KnownArguments>());
        }

        return all.Count == 0 ? null : all;
    }

    /// <summary>The call as it is where something is known about parameters; null if the code does not come to it.</summary>
    private ApiCall? Again(ApiCallSite site, KnownArguments known)
    {
        var operations = new List<IOperation>();
        foreach (var step in site.Steps.Reverse())
        {
            if (bodies.Of(step.Call) is not { } passing)
            {
                return site.Call;
            }

            operations.Insert(0, passing);
            known = KnownArguments.Of(known, passing, step.Method) ?? known;
        }

        if (!known.IsAskedFor(call => call == site.Sent || IsSend(call) || site.Steps.Any(step => step.Call == call)) || bodies.Of(site.Sent!) is not IInvocationOperation sent)
        {
            return site.Call;
        }

        if (!operations.TrueForAll(known.MayRun) || !known.MayRun(sent))
        {
            return null;
        }

        var (made, first) = (reader.Read(sent, known).Call, (site.First ?? site.Call).Closed);
        foreach (var (step, passing) in site.Steps.Zip(operations, (step, passing) => (step, passing)))
        {
            made = OnObject(made?.Substitute(reader.ReadArguments(passing, CallArguments.PartsOf(step.Method), known), step.At, made.Closed.RemoveAll(first.Contains)), step.Method, passing);
        }

        return made;
    }

    private static bool IsSend(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && ApiMethod.VerbOf(name) is not null;

    // What the object was made with that the method is called on, if that is known.
    private ApiCall? OnObject(ApiCall? call, IMethodSymbol method, IOperation? operation) =>
        call is not null
        && operation is IInvocationOperation { Instance: { } instance }
        && call.Parameters.Any(parameter => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } made && SymbolEqualityComparer.Default.Equals(made.ContainingType, method.ContainingType.OriginalDefinition))
        && reader.ReadCreation(instance) is (var creation, { } constructor)
            ? call.Substitute(reader.ReadArguments(creation, CallArguments.PartsOf(constructor)), call.Location)
            : call;
}
