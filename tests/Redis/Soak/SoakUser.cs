using System.Collections.Concurrent;
using System.Globalization;

namespace DoOAuth.Redis.Tests.Soak;

/// <summary>A user whose browser asks for something all the time, up to three things at once.</summary>
internal sealed class SoakUser(Uri address, ConcurrentDictionary<string, int> answers) : IDisposable
{
    private readonly Browser _browser = new(address);
    private readonly ConcurrentQueue<string?> _endings = new();

    /// <summary>Why each session that this user lost was over, as the app told it.</summary>
    public IReadOnlyCollection<string?> Endings => _endings;

    public async Task RunAsync(CancellationToken until)
    {
        await SignInAsync();
        while (!until.IsCancellationRequested)
        {
#pragma warning disable CA5394 // A pace, not a secret.
            var pages = await Task.WhenAll(Enumerable.Range(0, Random.Shared.Next(1, 4)).Select(_ => AskAsync()));
            if (pages.Where(page => page?.Status == 401).ToList() is { Count: > 0 } refused)
            {
                _endings.Enqueue(refused.Select(page => ReasonOf(page!)).FirstOrDefault(reason => reason is not null));
                await SignInAsync();
            }

            await Task.Delay(Random.Shared.Next(100, 700), CancellationToken.None);
#pragma warning restore CA5394
        }
    }

    /// <summary>
    /// Asks until an answer comes. A kill at the very end can end a session too, which shows only here; the figures judge it like the others.
    /// </summary>
    public async Task RecoverAsync(CancellationToken patience)
    {
        while (true)
        {
            var page = await AskAsync();
            if (page?.Status == 200)
            {
                return;
            }

            if (page?.Status == 401)
            {
                _endings.Enqueue(ReasonOf(page));
                await SignInAsync();
            }

            await Task.Delay(200, patience);
        }
    }

    public void Dispose() => _browser.Dispose();

    // An answer of the framework's to an exception of the client has no body.
    private static string? ReasonOf(Page page) => page.Body.Length > 0 ? page.Reason : null;

    // Null if the connection was cut: that is how a killed instance looks to a client.
    private async Task<Page?> AskAsync()
    {
        try
        {
            var page = await _browser.GetAsync("/call");
            Count(page.Status == 503 ? $"503 {ReasonOf(page) ?? "in the handler"}" : page.Status.ToString(CultureInfo.InvariantCulture));
            return page;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            Count("cut");
            return null;
        }
    }

    private async Task SignInAsync()
    {
        while (true)
        {
            try
            {
                var page = await _browser.FollowAsync("/login?returnUrl=%2Fcall");
                if (page.Status == 200)
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidOperationException)
            {
                // Instances die in the middle of sign-ins too.
            }

            await Task.Delay(200);
        }
    }

    private void Count(string answer) => answers.AddOrUpdate(answer, 1, static (_, count) => count + 1);
}
