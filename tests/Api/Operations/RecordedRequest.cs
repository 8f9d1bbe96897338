using System.Net;

namespace DoOAuth.Api.Tests.Operations;

/// <summary>A request that a client sent.</summary>
internal sealed record RecordedRequest(
    string Method, Uri Address, string? Body, string? ContentType, IReadOnlyDictionary<string, string> Headers, HttpStatusCode Status);
