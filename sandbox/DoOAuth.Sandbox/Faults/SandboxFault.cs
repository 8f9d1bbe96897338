using System.Globalization;

namespace DoOAuth.Sandbox.Faults;

/// <summary>
/// One way of misbehaving: what, where, and for how many requests. Faults compose: all that concern a request apply to
/// it, and of those that replace the answer the first one added wins.
/// </summary>
/// <remarks>
/// The same in text, for the tool's <c>--fault</c> and for <c>POST /sandbox/faults</c>:
/// <c>NAME[@WHERE][=VALUE][*TIMES]</c>, such as <c>slow@refresh=2s</c>, <c>status@token,refresh=503*1</c> or <c>no-scope</c>.
/// </remarks>
public sealed record SandboxFault
{
    /// <summary>A fault that strikes where its kind usually does, always.</summary>
    /// <exception cref="ArgumentException">The kind needs a value, or cannot have this one.</exception>
    public SandboxFault(SandboxFaultKind kind, string? value = null)
    {
        FaultKinds.Check(kind, value);
        Kind = kind;
        Value = value;
        At = FaultKinds.Of(kind).Usual;
    }

    /// <summary>The names of all kinds in text.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. FaultText.AllNames];

    /// <summary>What goes wrong.</summary>
    public SandboxFaultKind Kind { get; }

    /// <summary>The kind's value, where it has one; see <see cref="SandboxFaultKind"/>.</summary>
    public string? Value { get; }

    /// <summary>Where it goes wrong.</summary>
    public SandboxEndpoint At { get; private init; }

    /// <summary>For how many requests yet, or <see langword="null"/> for always.</summary>
    public int? Times { get; internal init; }

    /// <summary>The user refuses.</summary>
    public static SandboxFault RefuseConsent() => new(SandboxFaultKind.RefuseConsent);

    /// <summary>The answer takes its time.</summary>
    public static SandboxFault Slow(TimeSpan delay, SandboxEndpoint at = SandboxEndpoint.Token | SandboxEndpoint.Refresh) =>
        new SandboxFault(SandboxFaultKind.Slow, FaultText.Write(delay)).Where(at);

    /// <summary>The answer is an error page with this status.</summary>
    public static SandboxFault Status(int status, SandboxEndpoint at = SandboxEndpoint.Token | SandboxEndpoint.Refresh) =>
        new SandboxFault(SandboxFaultKind.Status, status.ToString(CultureInfo.InvariantCulture)).Where(at);

    /// <summary>The answer is this OAuth error, such as <c>invalid_grant</c>.</summary>
    public static SandboxFault OAuthError(string error, SandboxEndpoint at = SandboxEndpoint.Token | SandboxEndpoint.Refresh) =>
        new SandboxFault(SandboxFaultKind.OAuthError, error).Where(at);

    /// <summary>These scopes are granted, whatever was asked for.</summary>
    public static SandboxFault Grant(params string[] scopes) => new(SandboxFaultKind.Grant, string.Join(' ', scopes));

    /// <summary>The tokens live this long; zero: they are dead on arrival.</summary>
    public static SandboxFault Lifetime(TimeSpan lifetime) => new(SandboxFaultKind.Lifetime, FaultText.Write(lifetime));

    /// <summary>Reads the text form, <c>NAME[@WHERE][=VALUE][*TIMES]</c>.</summary>
    /// <exception cref="FormatException">It is none; the message says what is wrong and what there is.</exception>
    public static SandboxFault Parse(string text) => FaultText.Parse(text);

    /// <summary>The same fault elsewhere.</summary>
    /// <exception cref="ArgumentException">The kind has nothing to spoil there.</exception>
    public SandboxFault Where(SandboxEndpoint at)
    {
        var possible = FaultKinds.Of(Kind).Possible;
        return at != SandboxEndpoint.None && (at & ~possible) == 0
            ? this with { At = at }
            : throw new ArgumentException($"{FaultText.Name(Kind)} does not apply to '{FaultText.Write(at)}', only to {FaultText.Write(possible)}.", nameof(at));
    }

    /// <summary>The same fault for the next request that it concerns, and then no more.</summary>
    public SandboxFault Once() => For(1);

    /// <summary>The same fault for the next requests that it concerns, and then no more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not even once.</exception>
    public SandboxFault For(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        return this with { Times = times };
    }

    /// <summary>The text form.</summary>
    public override string ToString() => FaultText.Write(this);
}
