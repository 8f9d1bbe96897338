using System.Collections.Immutable;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Calls.HttpLibraries;

/// <summary>A request that another library sends.</summary>
/// <param name="Client">Whose client it is sent with. A base address is part of the addresses already.</param>
/// <param name="Requests">The requests that it can be.</param>
/// <param name="Place">The location of the address.</param>
/// <param name="HasOwnToken">Whether the code gives it a token of its own.</param>
internal sealed record HttpLibraryRequest(ClientValue Client, ImmutableArray<RequestPattern> Requests, Location Place, bool HasOwnToken);
