using System.Collections.Frozen;
using System.Globalization;

namespace DoOAuth.Sandbox.Faults;

/// <summary>The rules of each kind of fault: where it applies, which value it takes, whether it replaces the response.</summary>
internal sealed record FaultKinds(SandboxEndpoint Usual, SandboxEndpoint Possible, FaultValue Value = FaultValue.None, bool ReplacesAnswer = false)
{
    private const SandboxEndpoint Tokens = SandboxEndpoint.Token | SandboxEndpoint.Refresh;
    private const SandboxEndpoint OAuth = Tokens | SandboxEndpoint.Revoke | SandboxEndpoint.Info;
    private const SandboxEndpoint Api = SandboxEndpoint.Api | SandboxEndpoint.Account;
    private const SandboxEndpoint Everywhere = SandboxEndpoint.Authorize | OAuth | Api;

    private static readonly FaultKinds Authorize = new(SandboxEndpoint.Authorize, SandboxEndpoint.Authorize);
    private static readonly FaultKinds Variation = new(Tokens, Tokens);
    private static readonly FaultKinds Answer = new(Tokens, Everywhere, ReplacesAnswer: true);
    private static readonly FaultKinds Revocation = new(SandboxEndpoint.Revoke, SandboxEndpoint.Revoke);
    private static readonly FaultKinds Account = new(SandboxEndpoint.Account, SandboxEndpoint.Account);

    private static readonly FrozenDictionary<SandboxFaultKind, FaultKinds> All = Enum.GetValues<SandboxFaultKind>().ToFrozenDictionary(kind => kind, kind => kind switch
    {
        SandboxFaultKind.RefuseConsent or SandboxFaultKind.SignedOut => Authorize,
        SandboxFaultKind.AuthorizeError => Authorize with { Value = FaultValue.Name },
        SandboxFaultKind.Slow => new(Tokens, Everywhere, FaultValue.Duration),
        SandboxFaultKind.Status => Answer with { Value = FaultValue.Status },
        SandboxFaultKind.OAuthError => Answer with { Possible = OAuth, Value = FaultValue.Name },
        SandboxFaultKind.Oversized => Answer with { Value = FaultValue.OptionalNumber },
        SandboxFaultKind.Redirect => Answer with { Value = FaultValue.OptionalAddress },
        SandboxFaultKind.Drop or SandboxFaultKind.LoseAnswer or SandboxFaultKind.Endless or SandboxFaultKind.Html
            or SandboxFaultKind.BrokenJson or SandboxFaultKind.ForeignShape => Answer,
        SandboxFaultKind.TokenType => Variation with { Value = FaultValue.Optional },
        SandboxFaultKind.Grant => Variation with { Value = FaultValue.Name },
        SandboxFaultKind.Lifetime => Variation with { Value = FaultValue.Duration },
        SandboxFaultKind.OtherAccount or SandboxFaultKind.NarrowAccount => Account,
        SandboxFaultKind.OneAuthentication or SandboxFaultKind.ClientOnly or SandboxFaultKind.KeepRefreshToken => Revocation,
        _ => Variation,
    });

    /// <summary>Returns the rules of a kind.</summary>
    public static FaultKinds Of(SandboxFaultKind kind) =>
        All.TryGetValue(kind, out var known) ? known : throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of fault.");

    /// <summary>Throws if the value is not valid for the kind.</summary>
    public static void Check(SandboxFaultKind kind, string? value)
    {
        var wanted = Of(kind).Value switch
        {
            FaultValue.None => value is null ? null : "takes no value",
            FaultValue.Name => string.IsNullOrWhiteSpace(value) ? "needs a value" : null,
            FaultValue.Duration => value is null || FaultText.ReadDuration(value) is null ? "needs a duration, such as 500ms, 2s or 1m" : null,
            FaultValue.Status => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and <= 599
                ? null
                : "needs a status from 400 to 599",
            FaultValue.OptionalNumber => value is null || (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0)
                ? null
                : "needs a number of bytes",
            FaultValue.OptionalAddress => value is null || Uri.IsWellFormedUriString(value, UriKind.RelativeOrAbsolute) ? null : "needs an address",
            _ => null,
        };

        if (wanted is not null)
        {
            throw new ArgumentException($"{FaultText.Name(kind)} {wanted}{(value is null ? "" : $", but '{value}' was given")}.", nameof(value));
        }
    }
}
