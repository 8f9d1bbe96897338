using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts where filters go on. What a filter lets through, it lets through to the handler.</summary>
internal sealed class ContinuationExtractor(ProjectSummary summary)
{
    public void Call(IInvocationOperation call, ISymbol containing)
    {
        if (FilterExits.IsNext(call))
        {
            Add(call, call.Instance, containing);
        }
        else if (FilterExits.GoesOnIn(call) is { } next)
        {
            Add(call, next, containing);
        }
    }

    /// <summary>A filter factory that returns what comes next.</summary>
    public void Return(IReturnOperation statement, IOperation value, ISymbol containing)
    {
        if (value is IParameterReferenceOperation && FilterExits.IsNext(value.Type))
        {
            Add(statement, value, containing);
        }
    }

    // The function that a filter factory returns is the filter, and so is the factory.
    private void Add(IOperation operation, IOperation? next, ISymbol containing)
    {
        foreach (var filter in FilterExits.FiltersAround(operation, next, containing))
        {
            summary.Continuations.Enqueue((filter, ConditionFlow.At(operation)));
        }
    }
}
