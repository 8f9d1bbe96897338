using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DoOAuth.Sandbox.Faults;

/// <summary>The text form of faults: <c>NAME[@WHERE][=VALUE][~PERCENT%][*TIMES]</c>.</summary>
internal static partial class FaultText
{
    private static readonly FrozenDictionary<SandboxFaultKind, string> Names =
        Enum.GetValues<SandboxFaultKind>().ToFrozenDictionary(kind => kind, kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()).Replace("o-auth", "oauth", StringComparison.Ordinal));

    private static readonly FrozenDictionary<string, SandboxFaultKind> Kinds =
        Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The form of the text.</summary>
    public const string Grammar = "NAME[@WHERE][=VALUE][~PERCENT%][*TIMES]";

    /// <summary>The names of all kinds, in the order of the enumeration.</summary>
    public static IEnumerable<string> AllNames => Enum.GetValues<SandboxFaultKind>().Select(Name);

    /// <summary>Returns the name of a kind in the text form.</summary>
    public static string Name(SandboxFaultKind kind) => Names[kind];

    /// <inheritdoc cref="SandboxFault.Parse"/>
    public static SandboxFault Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            throw new FormatException($"'{text}' is not a fault. Expected {Grammar}, for example status@refresh=503*1 or status@/v2/droplets=503~20%.");
        }

        if (!Kinds.TryGetValue(match.Groups["name"].Value, out var kind))
        {
            throw new FormatException($"There is no fault '{match.Groups["name"].Value}'. Available faults: {string.Join(", ", AllNames)}.");
        }

        try
        {
            var fault = new SandboxFault(kind, match.Groups["value"] is { Success: true, Value: var value } ? value : null);
            fault = match.Groups["at"] is { Success: true, Value: var at } ? IsPath(at) ? fault.Where(at) : fault.Where(ReadPlaces(at)) : fault;
            fault = match.Groups["percent"].Success ? fault.InPercent(ReadPercent(match.Groups["percent"].Value)) : fault;
            return match.Groups["times"].Success ? fault.For(ReadTimes(match.Groups["times"].Value)) : fault;
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"'{text}' is not valid: {exception.Message.Split(" (Parameter", 2)[0]}", exception);
        }
    }

    /// <summary>Returns the text form of a fault.</summary>
    public static string Write(SandboxFault fault) =>
        Name(fault.Kind)
        + (fault.Path is { } path ? "@" + path : fault.At == FaultKinds.Of(fault.Kind).Usual ? "" : "@" + Write(fault.At))
        + (fault.Value is null ? "" : "=" + fault.Value)
        + (fault.Percent is null ? "" : string.Create(CultureInfo.InvariantCulture, $"~{fault.Percent}%"))
        + (fault.Times is null ? "" : string.Create(CultureInfo.InvariantCulture, $"*{fault.Times}"));

    /// <summary>Returns the names of endpoints, separated by commas.</summary>
    public static string Write(SandboxEndpoint at) =>
        string.Join(',', Enum.GetValues<SandboxEndpoint>().Where(one => one != SandboxEndpoint.None && at.HasFlag(one)).Select(one => JsonNamingPolicy.KebabCaseLower.ConvertName(one.ToString())));

    /// <summary>Returns a duration in the form that <see cref="ReadDuration"/> reads.</summary>
    public static string Write(TimeSpan duration) => string.Create(CultureInfo.InvariantCulture, $"{(long)duration.TotalMilliseconds}ms");

    /// <summary>Reads <c>0</c>, <c>500ms</c>, <c>2s</c>, <c>1.5m</c>, <c>2h</c>, <c>30d</c>. Returns null for any other text.</summary>
    public static TimeSpan? ReadDuration(string text)
    {
        var match = Duration().Match(text);
        if (!match.Success || !double.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1e9)
        {
            return null;
        }

        return match.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            "d" => number <= 36500 ? TimeSpan.FromDays(number) : null,
            _ => number == 0 ? TimeSpan.Zero : null,
        };
    }

    private static SandboxEndpoint ReadPlaces(string text)
    {
        var places = SandboxEndpoint.None;
        foreach (var place in text.Split(','))
        {
            if (!Enum.TryParse<SandboxEndpoint>(place, ignoreCase: true, out var one) || one == SandboxEndpoint.None || char.IsAsciiDigit(place[0]))
            {
                throw new ArgumentException($"there is no place '{place}'. Available places: {Write((SandboxEndpoint)~0)}.");
            }

            places |= one;
        }

        return places;
    }

    private static bool IsPath(string where) => where.Contains('/', StringComparison.Ordinal);

    private static int ReadPercent(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent is >= 1 and <= 100
            ? percent
            : throw new ArgumentException($"'~{text}%' is not a number from 1 to 100.");

    private static int ReadTimes(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0
            ? times
            : throw new ArgumentException($"'*{text}' is not a number of requests, at least 1.");

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z0-9-]*)(@(?<at>[A-Za-z,]+|([A-Za-z]+ )?/[^=~]*?))?(=(?<value>.*?))?(~(?<percent>[0-9]+)%)?(\*(?<times>[0-9]+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    [GeneratedRegex("^(?<number>[0-9]+(\\.[0-9]+)?)(?<unit>ms|s|m|h|d)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();
}
