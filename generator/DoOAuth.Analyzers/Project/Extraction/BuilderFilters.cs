using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the filters that calls add to builders.</summary>
internal sealed class BuilderFilters(ProjectSummary summary, BuilderReader builders)
{
    public void Call(IInvocationOperation call)
    {
        var filters = call.TargetMethod.TypeArguments.LastOrDefault() is { } type && CallEdgeExtractor.Implementation(type, "IEndpointFilter", "InvokeAsync") is { } method
            ? OfMethod(method)
            : call.Arguments.Where(argument => argument.Parameter?.Ordinal == 1).SelectMany(argument => FilterOf(argument.Value)).ToImmutableArray();
        var given = call.Arguments.Select(argument => Branches.Unconverted(argument.Value) switch
        {
            IObjectCreationOperation creation => GivenScopes.ArgumentsOf(creation),
            IInvocationOperation made when argument.Parameter?.Ordinal == 1 => GivenScopes.ArgumentsOf(made.Arguments, made.TargetMethod, "$"),
            _ => null,
        }).FirstOrDefault(arguments => arguments is not null) ?? "";
        foreach (var origin in builders.CertainOrigins(call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value, call))
        {
            foreach (var filter in filters)
            {
                summary.Guards.Enqueue((origin, filter.Code.Method is { } code && LibraryCode.KnowsScopes(code) ? new Guard(GuardKind.Unreadable) : new Guard(GuardKind.Filter, Filter: filter) { Arguments = given }));
            }
        }
    }

    private static ImmutableArray<Handler> FilterOf(IOperation filter)
    {
        while (filter is IConversionOperation { IsImplicit: true } conversion)
        {
            filter = conversion.Operand;
        }

        return filter.Type is { } type && CallEdgeExtractor.Implementation(type, "IEndpointFilter", "InvokeAsync") is { } method
            ? OfMethod(method)
            : HandlerReader.Read(filter);
    }

    // Nothing is known about a library's filter that may ask for a scope.
    private static ImmutableArray<Handler> OfMethod(IMethodSymbol method) => [new Handler(new CallTarget(CodeKey.Of(method), method))];
}
