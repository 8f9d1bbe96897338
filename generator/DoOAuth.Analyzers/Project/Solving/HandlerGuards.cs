using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Extraction;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>
/// Finds the guards in the attributes of handlers. ASP.NET Core uses the attributes of the delegate's method, including those of
/// the methods that it overrides. Attributes of an interface or a class do not count.
/// </summary>
internal sealed class HandlerGuards(ProjectSummary summary, GuardReader reader)
{
    private readonly Dictionary<CodeKey, ImmutableArray<Guard>> _known = [];

    public ImmutableArray<Guard> Of(CodeKey handler)
    {
        if (handler.Symbol is not IMethodSymbol method)
        {
            return summary.FunctionGuards.TryGetValue(handler, out var guards) ? guards : [];
        }

        if (!_known.TryGetValue(handler, out var known))
        {
            known = [];
            for (var current = method; current is not null; current = current.OverriddenMethod)
            {
                known = known.AddRange(reader.Of(current.GetAttributes()));
            }

            _known.Add(handler, known);
        }

        return known;
    }
}
