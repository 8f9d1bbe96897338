using System.Text.Json.Serialization;

namespace DoOAuth;

/// <summary>Serializes the members of problem details that are not text, without reflection.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class ProblemJson : JsonSerializerContext;
