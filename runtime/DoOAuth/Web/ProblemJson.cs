using System.Text.Json.Serialization;

namespace DoOAuth;

/// <summary>Serializes what problem details carry beyond text, without reflection.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class ProblemJson : JsonSerializerContext;
