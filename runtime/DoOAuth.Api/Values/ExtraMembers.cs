using System.Text.Json;

namespace DoOAuth.Api;

/// <summary>The members of an object that no property holds.</summary>
internal sealed class ExtraMembers(IReadOnlyDictionary<string, JsonElement>? unknown, IReadOnlyDictionary<string, JsonElement>? mistyped)
{
    /// <summary>The members that are not described, or null if there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Unknown { get; private set; } = unknown;

    /// <summary>The members whose value is of another kind than described, or null if there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Mistyped { get; private set; } = mistyped;

    /// <summary>Adds a member while an answer is read. If an answer has a name twice, the last one counts, as in JSON readers elsewhere.</summary>
    public void AddUnknown(string name, JsonElement value) => Unknown = With(Unknown, name, value);

    /// <summary>Adds a member while an answer is read.</summary>
    public void AddMistyped(string name, JsonElement value) => Mistyped = With(Mistyped, name, value);

    private static Dictionary<string, JsonElement> With(IReadOnlyDictionary<string, JsonElement>? members, string name, JsonElement value)
    {
        var all = members as Dictionary<string, JsonElement> ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        all[name] = value;
        return all;
    }
}
