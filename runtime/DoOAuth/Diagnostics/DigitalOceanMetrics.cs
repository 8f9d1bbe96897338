using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DoOAuth;

/// <summary>The metrics of the meter <c>DoOAuth</c>, and the activities of the source with the same name.</summary>
internal sealed class DigitalOceanMetrics
{
    public const string Name = "DoOAuth";

    private static readonly ActivitySource Activities = new(Name);

    private readonly Counter<long> _signIns;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _denials;
    private readonly Counter<long> _revocations;
    private readonly Counter<long> _refreshes;

    public DigitalOceanMetrics(IMeterFactory meters)
    {
#pragma warning disable CA2000 // The factory owns its meters and disposes them with the host.
        var meter = meters.Create(Name);
#pragma warning restore CA2000
        _signIns = meter.CreateCounter<long>("dooauth.sign_ins", "{sign_in}", "Users signed in.");
        _failures = meter.CreateCounter<long>("dooauth.sign_in.failures", "{sign_in}", "Sign-ins that failed, by reason.");
        _denials = meter.CreateCounter<long>("dooauth.guard.denials", "{request}", "Requests that a guard rejected, by reason.");
        _revocations = meter.CreateCounter<long>("dooauth.revocations", "{token}", "Tokens revoked at DigitalOcean, by outcome.");
        _refreshes = meter.CreateCounter<long>("dooauth.refreshes", "{token}", "Tokens refreshed, by outcome.");
    }

    /// <summary>Starts an activity for an application; null if there is no listener.</summary>
    public static Activity? StartActivity(string name, string scheme) => Activities.StartActivity(name)?.SetTag("dooauth.scheme", scheme);

    public void SignedIn(string scheme) => _signIns.Add(1, Scheme(scheme));

    public void SignInFailed(string scheme, string reason) => _failures.Add(1, Scheme(scheme), new("dooauth.reason", reason));

    public void Denied(string scheme, string reason) => _denials.Add(1, Scheme(scheme), new("dooauth.reason", reason));

    public void Revoked(string scheme, string outcome) => _revocations.Add(1, Scheme(scheme), new("dooauth.outcome", outcome));

    public void Refreshed(string scheme, string outcome) => _refreshes.Add(1, Scheme(scheme), new("dooauth.outcome", outcome));

    private static KeyValuePair<string, object?> Scheme(string scheme) => new("dooauth.scheme", scheme);
}
