using System.Collections.Immutable;
using DoOAuth.Generator.Analyzers.Flow.Code;
using DoOAuth.Generator.Analyzers.Flow.Facts;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator.Analyzers.Flow.Builders;

/// <summary>An endpoint as one caller makes it; most have one.</summary>
/// <param name="Fact">Where it is made.</param>
/// <param name="Chain">The calls by which the method that makes it is reached.</param>
/// <param name="Handlers">The code that handles its requests.</param>
/// <param name="At">Where it is reported: its own call, or the project's own call that hands the handler in.</param>
internal sealed record EndpointInstance(EndpointFact Fact, CallChain? Chain, ImmutableArray<CodeKey> Handlers, Location At);
