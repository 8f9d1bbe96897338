using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Libraries;
using DoOAuth.Analyzers.Project.Summaries;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Finds the code of a project that may run where an interface, an abstract or a virtual method is named, or a message is sent.</summary>
/// <param name="implementations">The project's types.</param>
/// <param name="libraries">What referenced libraries do where they are called.</param>
internal sealed class Dispatch(Implementations implementations, LibraryDescriptions libraries)
{
    private readonly MessageHandlers _messages = new(implementations);

    public ImmutableArray<CodeKey> Of(CallTarget target) =>
        target.Message is { } message ? _messages.Of(message).AddRange(InLibraries(CodeKey.Of((ISymbol)message)))
        : target is { IsDispatched: true, Method: { } method } ? [.. implementations.Of(method, target.Receiver).Select(implementation => CodeKey.Of(implementation)).Concat(InLibraries(target.Key)).Distinct()]
        : [target.Key];

    private IEnumerable<CodeKey> InLibraries(CodeKey member) => libraries.Describe(member) ? [member] : [];
}
