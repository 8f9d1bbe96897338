using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace DoOAuth.Redis.Tests.Soak;

/// <summary>What the soak came to.</summary>
internal sealed class SoakFigures
{
    private readonly SoakPlan _plan;
    private readonly ProviderGate _gate;
    private readonly Instances _instances;
    private readonly IReadOnlyDictionary<string, int> _answers;
    private readonly int _mishaps;
    private readonly IReadOnlyList<string?> _endings;
    private readonly ILookup<string, Refresh> _bySpent;

    public SoakFigures(
        SoakPlan plan, ProviderGate gate, Instances instances, ConcurrentDictionary<string, int> answers, int mishaps, IReadOnlyList<string?> endings)
    {
        _plan = plan;
        _gate = gate;
        _instances = instances;
        _answers = answers;
        _mishaps = mishaps;
        _endings = endings;
        _bySpent = gate.Refreshes.ToLookup(refresh => refresh.Spent);
    }

    private IEnumerable<Refresh> Successes => _gate.Refreshes.Where(refresh => refresh.Succeeded);

    // Sent again after it was used: a lost answer, or a second refresh.
    private IEnumerable<IGrouping<string, Refresh>> SpentAgain => _bySpent.Where(token => token.Any(refresh => refresh.IsInvalidGrant));

    // The instance died with the new tokens in its hands. No store can help that.
    private bool IsOfAKill(IGrouping<string, Refresh> token) => token.SingleOrDefault(refresh => refresh.Succeeded) is { } success && _instances.WasKilledDuring(success);

    /// <summary>Fails where anything does not hold that the documentation says.</summary>
    public void AssertHeld()
    {
        // A soak in which nothing went on, or nothing went wrong, shows nothing.
        Assert.True(Successes.Count() > _plan.Users, "hardly a token was refreshed");
        Assert.Contains(_gate.Refreshes, refresh => !refresh.Succeeded && !refresh.IsInvalidGrant);
        Assert.True(_instances.Kills > 0 && _mishaps > _instances.Kills, "too little went wrong");

        Assert.All(_bySpent, token => Assert.True(token.Count(refresh => refresh.Succeeded) <= 1, "a refresh token was taken twice"));

        // Due with a tenth of the life left, or at once where the API takes the token no more.
        Assert.All(Successes, refresh => Assert.True(
            refresh.Asked - refresh.Life.AskedFor >= refresh.Life.Lifetime * 0.9 || _gate.WasRefused(refresh.Life), $"refreshed after {refresh.Asked - refresh.Life.AskedFor}, before it was due"));
        Assert.All(SpentAgain, token => Assert.True(IsOfAKill(token), $"spent twice: {string.Join("; ", token)}"));
        Assert.All(_endings, reason => Assert.Equal(FailureReasons.InvalidGrant, reason));
        Assert.True(_endings.Count <= SpentAgain.Count(), $"{_endings.Count} sessions were lost, of which DigitalOcean ended {SpentAgain.Count()}");
        Assert.All(_answers.Keys, answer => Assert.Contains(answer, (string[])["200", "401", "502", "cut", "424", "503 store_unreachable", "503 provider_unreachable", "503 in the handler"]));
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Line($"The soak: {_plan.Users} users, {SoakPlan.Instances} instances, {_plan.Duration.TotalSeconds:0} seconds, tokens that live {SoakPlan.Lifetime.TotalSeconds:0} seconds");
        Line($"  requests              {_answers.Values.Sum()}: {string.Join(", ", _answers.OrderByDescending(answer => answer.Value).Select(answer => $"{answer.Value} x {answer.Key}"))}");
        Line($"  mishaps               {_mishaps}: {_instances.Kills} instances killed, Redis killed or silenced {_mishaps - _instances.Kills} times");
        Line($"  sign-ins              {_gate.SignIns}");
        Line($"  expiries              {Successes.Count()}, each with one refresh that succeeded");
        Line($"  failed refreshes      {_gate.Refreshes.Count(refresh => !refresh.Succeeded && !refresh.IsInvalidGrant)}, which the provider was made to fail");
        Line($"  tokens spent twice    {SpentAgain.Count(token => !IsOfAKill(token))}");
        Line($"  sessions lost         {_endings.Count}; DigitalOcean ended {SpentAgain.Count()}, whose instance was killed with the new tokens in its hands");
        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
