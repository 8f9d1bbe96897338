using DoOAuth.Analyzers.Flow;
using DoOAuth.Analyzers.Hierarchy;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>The usual names of methods that send messages, and of those that handle them, in MediatR, Mediator, Wolverine, MassTransit and own dispatchers.</summary>
internal static class MessageMethods
{
    // What code has that finds a handler at run time, calls one, or hands the message on.
    private static readonly string[] Ways = ["Service", "Invoke", "dynamic", "Handle", "Consume", "Execute", "Process", "Resolve", "Activator", "Mediator", "Send", "Bus", "Channel", "Queue", "Write", "=> _", "Func<", "Action<"];

    /// <summary>Whether a method of this name may send a message.</summary>
    public static bool MaySend(string name) => name is "Send" or "SendAsync" or "Publish" or "PublishAsync" or "Invoke" or "InvokeAsync" or "Dispatch" or "DispatchAsync"
        or "Execute" or "ExecuteAsync" or "Query" or "QueryAsync" or "Request" or "RequestAsync" or "GetResponse" or "Ask" or "AskAsync" or "Raise" or "RaiseAsync" or "CreateStream";

    /// <summary>Whether the method itself may: .NET knows no handler of the project, and one that only logs the message sends nothing.</summary>
    public static bool MaySend(IMethodSymbol method) => method.IsAbstract || (method.DeclaringSyntaxReferences.IsEmpty
        ? UserCode.Includes(method)
        : method.ContainingType.DeclaringSyntaxReferences.Any(code => Array.Exists(Ways, way => FileText.Contains(code.SyntaxTree, code.Span, way))));

    /// <summary>Whether a method of this name may handle a message.</summary>
    public static bool MayHandle(string name) => name is "Handle" or "HandleAsync" or "Consume" or "ConsumeAsync" or "Execute" or "ExecuteAsync" or "Process" or "ProcessAsync";
}
