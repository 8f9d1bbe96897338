using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Summaries;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Finds the code of a project that may run where an interface, an abstract or a virtual method is named, or a message is sent.</summary>
internal sealed class Dispatch(Implementations implementations)
{
    private readonly MessageHandlers _messages = new(implementations);

    public ImmutableArray<CodeKey> Of(CallTarget target) =>
        target.Message is { } message ? _messages.Of(message)
        : target is { IsDispatched: true, Method: { } method } ? [.. implementations.Of(method, target.Receiver).Select(implementation => CodeKey.Of(implementation)).Distinct()]
        : [target.Key];
}
