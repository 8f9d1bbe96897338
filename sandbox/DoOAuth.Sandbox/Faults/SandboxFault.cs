using System.Globalization;

namespace DoOAuth.Sandbox.Faults;

/// <summary>
/// A way to misbehave: what goes wrong, where, and for how many requests. You can combine faults: all faults that match a request apply
/// to it. If several replace the response, the first one that was added applies.
/// </summary>
/// <remarks>
/// The text form, for the tool's <c>--fault</c> and for <c>POST /sandbox/faults</c>, is
/// <c>NAME[@WHERE][=VALUE][~PERCENT%][*TIMES]</c>, such as <c>slow@refresh=2s</c>, <c>status@token,refresh=503*1</c>,
/// <c>status@/v2/droplets=503~20%</c> or <c>no-scope</c>.
/// </remarks>
public sealed record SandboxFault
{
    /// <summary>Creates a fault that applies to the default endpoints of its kind, to all requests.</summary>
    /// <exception cref="ArgumentException">The value is missing or not valid for this kind.</exception>
    public SandboxFault(SandboxFaultKind kind, string? value = null)
    {
        FaultKinds.Check(kind, value);
        Kind = kind;
        Value = value;
        At = FaultKinds.Of(kind).Usual;
    }

    /// <summary>The names of all kinds in the text form.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. FaultText.AllNames];

    /// <summary>What goes wrong.</summary>
    public SandboxFaultKind Kind { get; }

    /// <summary>The kind's value, or <see langword="null"/> if it has none; see <see cref="SandboxFaultKind"/>.</summary>
    public string? Value { get; }

    /// <summary>Where it goes wrong.</summary>
    public SandboxEndpoint At { get; private init; }

    /// <summary>The path where it goes wrong, such as <c>/v2/droplets/*</c>, or <see langword="null"/> if <see cref="At"/> alone says so.</summary>
    public string? Path { get; private init; }

    /// <summary>How many of the matching requests it applies to, in per cent, or <see langword="null"/> for all.</summary>
    public int? Percent { get; private init; }

    /// <summary>The number of remaining requests, or <see langword="null"/> for all requests.</summary>
    public int? Times { get; internal init; }

    /// <summary>The user refuses.</summary>
    public static SandboxFault RefuseConsent() => new(SandboxFaultKind.RefuseConsent);

    /// <summary>The response is delayed.</summary>
    public static SandboxFault Slow(TimeSpan delay, SandboxEndpoint at = SandboxEndpoint.Token | SandboxEndpoint.Refresh) =>
        new SandboxFault(SandboxFaultKind.Slow, FaultText.Write(delay)).Where(at);

    /// <summary>The response is an error page with this status.</summary>
    public static SandboxFault Status(int status, SandboxEndpoint at = SandboxEndpoint.Token | SandboxEndpoint.Refresh) =>
        new SandboxFault(SandboxFaultKind.Status, status.ToString(CultureInfo.InvariantCulture)).Where(at);

    /// <summary>The response is this OAuth error, such as <c>invalid_grant</c>.</summary>
    public static SandboxFault OAuthError(string error, SandboxEndpoint at = SandboxEndpoint.Token | SandboxEndpoint.Refresh) =>
        new SandboxFault(SandboxFaultKind.OAuthError, error).Where(at);

    /// <summary>These scopes are granted, whatever the app requests.</summary>
    public static SandboxFault Grant(params string[] scopes) => new(SandboxFaultKind.Grant, string.Join(' ', scopes));

    /// <summary>The lifetime of tokens; zero for tokens that have already expired.</summary>
    public static SandboxFault Lifetime(TimeSpan lifetime) => new(SandboxFaultKind.Lifetime, FaultText.Write(lifetime));

    /// <summary>Reads the text form, <c>NAME[@WHERE][=VALUE][~PERCENT%][*TIMES]</c>.</summary>
    /// <exception cref="FormatException">The text is not a fault. The message says what is wrong and which faults there are.</exception>
    public static SandboxFault Parse(string text) => FaultText.Parse(text);

    /// <summary>Creates the same fault for other endpoints.</summary>
    /// <exception cref="ArgumentException">The kind does not apply to these endpoints.</exception>
    public SandboxFault Where(SandboxEndpoint at)
    {
        var possible = FaultKinds.Of(Kind).Possible;
        return at != SandboxEndpoint.None && (at & ~possible) == 0
            ? this with { At = at, Path = null }
            : throw new ArgumentException($"{FaultText.Name(Kind)} does not apply to '{FaultText.Write(at)}', only to {FaultText.Write(possible)}.", nameof(at));
    }

    /// <summary>Creates the same fault for one path.</summary>
    /// <param name="path">
    /// The path, such as <c>/v2/droplets</c>. <c>{id}</c> and <c>*</c> match one segment, and <c>/*</c> at the end everything below. A method
    /// can precede it: <c>POST /v2/droplets</c>.
    /// </param>
    /// <exception cref="ArgumentException">The kind does not apply to paths, or the text is not a path of the sandbox.</exception>
    public SandboxFault Where(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        FaultPath.Check(path);
        var possible = FaultKinds.Of(Kind).Possible;
        return possible.HasFlag(SandboxEndpoint.Api) || Kind == SandboxFaultKind.OAuthError
            ? this with { At = possible, Path = path }
            : throw new ArgumentException($"{FaultText.Name(Kind)} does not apply to a path, only to {FaultText.Write(possible)}.", nameof(path));
    }

    /// <summary>Creates the same fault for a part of the matching requests. They are chosen at random, in the same order in each run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not between 1 and 100.</exception>
    public SandboxFault InPercent(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return this with { Percent = percent };
    }

    /// <summary>Creates the same fault for the next matching request only.</summary>
    public SandboxFault Once() => For(1);

    /// <summary>Creates the same fault for this number of matching requests only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public SandboxFault For(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        return this with { Times = times };
    }

    /// <summary>Returns the text form.</summary>
    public override string ToString() => FaultText.Write(this);
}
