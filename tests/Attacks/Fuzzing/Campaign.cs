using System.Collections.Concurrent;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Xunit.Abstractions;

namespace DoOAuth.Tests.Fuzzing;

/// <summary>
/// Tries a property on random cases, and says on how many, and how they ended. A failure names the smallest case, and the seed: with that in
/// <c>DOOAUTH_SEED</c> (two numbers, as FsCheck prints them) the same cases come again.
/// </summary>
internal sealed class Campaign(ITestOutputHelper output, string what)
{
    // Lines that begin so are shown by eng/test.cs.
    private const string Figures = "Figures: ";

    private const int Round = 1_000;

    private readonly ConcurrentDictionary<string, int> _ends = new();
    private int _tried;

    public int Ended(string how) => _ends.GetValueOrDefault(how);

    /// <param name="cases">Makes the cases.</param>
    /// <param name="tryAsync">Tries one, and says in a word how it ended.</param>
    public void Run<T>(Arbitrary<T> cases, Func<T, Task<string>> tryAsync)
    {
        var property = Prop.ForAll(cases, async (T one) =>
        {
            var end = await tryAsync(one);
            _ends.AddOrUpdate(end, 1, static (_, count) => count + 1);
            Interlocked.Increment(ref _tried);
        });

        // In rounds, each of which goes from small cases to large ones: a failure is near its beginning then.
        var seed = Seed();
        for (var left = Effort.Cases; left > 0; left -= Round)
        {
            Check.One(what, Config.QuickThrowOnFailure.WithMaxTest(Math.Min(left, Round)).WithQuietOnSuccess(true).WithReplay(seed), property);
            seed = FSharpOption<Replay>.None;
        }

        Assert.Equal(Effort.Cases, _tried);
        var ends = string.Join(", ", _ends.OrderByDescending(end => end.Value).Select(end => Text($"{end.Key} {end.Value:N0}")));
        output.WriteLine(Text($"{Figures}{_tried:N0} random {what} tried: {ends}; no other 5xx, nothing that got out"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static FSharpOption<Replay> Seed() =>
        Environment.GetEnvironmentVariable("DOOAUTH_SEED")?.Split(',') is [var seed, var gamma]
            ? FSharpOption<Replay>.Some(new Replay(new Rnd(ulong.Parse(seed, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture)), null))
            : FSharpOption<Replay>.None;
}
