using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Finds the call whose answer code waits for.</summary>
internal static class AwaitedCall
{
    /// <summary>The call without <c>ConfigureAwait(false)</c> and other calls that only say how to wait for it; null if nothing is called.</summary>
    public static IInvocationOperation? Of(IOperation? awaited)
    {
        while (true)
        {
            switch (awaited)
            {
                case IAwaitOperation wait:
                    awaited = wait.Operation;
                    break;
                case IConversionOperation { OperatorMethod: null } conversion:
                    awaited = conversion.Operand;
                    break;
                case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: var type }, Instance: { } task } when IsTask(type):
                    awaited = task;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "ConfigureAwait" or "WaitAsync" or "GetAwaiter" or "GetResult" or "Wait" or "AsTask", ContainingType: var type }, Instance: { } task } when IsTask(type):
                    awaited = task;
                    break;
                default:
                    return awaited as IInvocationOperation;
            }
        }
    }

    private static bool IsTask(INamedTypeSymbol type) =>
        type is { ContainingType: null, Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } }
        or { Name: "TaskAwaiter" or "ValueTaskAwaiter", ContainingNamespace.Name: "CompilerServices" }
        or { Name: "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" };
}
