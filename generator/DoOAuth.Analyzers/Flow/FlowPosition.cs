using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Flow;

/// <summary>The place of an operation in its function's graph.</summary>
/// <param name="Block">The block.</param>
/// <param name="Order">The order among all operations of the graph.</param>
/// <param name="Root">The operation of the block that contains it.</param>
internal readonly record struct FlowPosition(int Block, int Order, IOperation Root);
