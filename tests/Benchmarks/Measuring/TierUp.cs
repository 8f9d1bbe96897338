namespace DoOAuth.Benchmarks.Measuring;

/// <summary>
/// Runs what is going to be measured until the compiler is done with it. It recompiles what runs often, twice over, and only when nothing new has
/// run for a while: without the pauses the first rounds would measure code that no app runs for longer than a minute.
/// </summary>
internal static class TierUp
{
    private const int Times = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);

    /// <summary>Does it all several times, with pauses.</summary>
    public static async Task RunAsync(params IReadOnlyList<Func<Task>> work)
    {
        for (var time = 0; time < Times; time++)
        {
            foreach (var part in work)
            {
                await part();
            }

            await Task.Delay(Pause);
        }
    }
}
