namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>The usual names of methods that send messages, and of those that handle them, in MediatR, Mediator, Wolverine, MassTransit and own dispatchers.</summary>
internal static class MessageMethods
{
    /// <summary>Whether a method of this name may send a message.</summary>
    public static bool MaySend(string name) => name is "Send" or "SendAsync" or "Publish" or "PublishAsync" or "Invoke" or "InvokeAsync" or "Dispatch" or "DispatchAsync"
        or "Execute" or "ExecuteAsync" or "Query" or "QueryAsync" or "Request" or "RequestAsync" or "GetResponse" or "Ask" or "AskAsync" or "Raise" or "RaiseAsync" or "CreateStream";

    /// <summary>Whether a method of this name may handle a message.</summary>
    public static bool MayHandle(string name) => name is "Handle" or "HandleAsync" or "Consume" or "ConsumeAsync" or "Execute" or "ExecuteAsync" or "Process" or "ProcessAsync";
}
