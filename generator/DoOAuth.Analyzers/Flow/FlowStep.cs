using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Flow;

/// <summary>One thing that happens to a variable.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Order">Its place in the graph.</param>
/// <param name="Function">The function that is made or called.</param>
internal sealed record FlowStep(FlowStepKind Kind, IOperation Operation, int Order, FunctionSteps? Function);
