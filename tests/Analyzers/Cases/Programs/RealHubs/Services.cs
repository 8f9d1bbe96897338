using System.Runtime.CompilerServices;
using DoOAuth;

namespace Live;

public sealed class DropletFeed(DigitalOceanClient client, TimeProvider time)
{
    public async IAsyncEnumerable<string> WatchAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5), time);
        var last = "";
        do
        {
            var now = await client.GetStringAsync("/v2/droplets?per_page=200", cancel);
            if (now != last)
            {
                yield return last = now;
            }
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    public async IAsyncEnumerable<string> ClockAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            yield return time.GetUtcNow().ToString("O");
        }
    }
}

public sealed class ActionWatcher(DigitalOceanClient client)
{
    public async Task<string> WaitAsync(long action, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        while (!cancel.IsCancellationRequested)
        {
            var text = await client.GetStringAsync($"/v2/actions/{action}", cancel);
            progress?.Report(text);
            if (text.Contains("completed", StringComparison.Ordinal))
            {
                return text;
            }

            await Task.Delay(1000, cancel);
        }

        return "";
    }
}
