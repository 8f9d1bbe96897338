using System.Collections.Concurrent;
using System.Diagnostics;
using DoOAuth.Templates.Tests.Scaffolding;
using DoOAuth.Tests.Harness;

namespace DoOAuth.EndToEnd.Tests.Blazor;

/// <summary>The app of tests/BlazorApp in a process of its own, and a provider whose tokens live for seconds and work once.</summary>
internal sealed class BlazorApp : IAsyncDisposable
{
    /// <summary>How long a token lives. Long enough that no call of a test falls into the next life, on a machine that others use too.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(6);

    private const string ListeningOn = "Now listening on: ";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ConcurrentQueue<Refresh> _refreshes = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BlazorApp(ScriptedProvider provider, bool onServer)
    {
        Provider = provider;
        Provider.Api = (context, _) => Answer.Json(context, 200, """{"droplets":[{"id":1},{"id":2}],"meta":{"total":2}}""");
        Tokens = new StrictTokens(provider, Life);
        var issue = provider.Token;
        provider.Token = (context, request) =>
        {
            if (request.Form["grant_type"] == "refresh_token")
            {
                _refreshes.Enqueue(new Refresh(request.Form["refresh_token"], Stopwatch.GetTimestamp()));
            }

            return issue(context, request);
        };
        var program = Path.Combine(Repository.Root, "tests", "BlazorApp", "bin", Repository.Metadata("BuildConfiguration"), "net10.0", "BlazorApp.dll");
        _process = Dotnet.Start(
            Path.GetDirectoryName(program)!,
            [
                program, "--urls=http://127.0.0.1:0", "--environment=Development", $"--StoreSessionsOnServer={onServer}",
                .. provider.Configuration.Select(setting => $"--{setting.Key}={setting.Value}"),
            ]);
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public ScriptedProvider Provider { get; }

    public StrictTokens Tokens { get; }

    /// <summary>What the provider was asked to refresh until now, in the order in which it was asked.</summary>
    public IReadOnlyList<Refresh> Refreshes => [.. _refreshes];

    /// <summary>Where the app answers.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>All that the app has printed so far.</summary>
    public string Log => string.Join('\n', _log);

    public static async Task<BlazorApp> StartAsync(bool onServer)
    {
        var app = new BlazorApp(await ScriptedProvider.StartAsync(), onServer);
        try
        {
            await app._address.Task.WaitAsync(TimeSpan.FromMinutes(1));
            return app;
        }
        catch (TimeoutException)
        {
            var log = app.Log;
            await app.DisposeAsync();
            throw new InvalidOperationException($"The Blazor app does not listen. It printed:\n{log}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await Provider.DisposeAsync();
    }

    /// <summary>A request to refresh, and when it came.</summary>
    internal readonly record struct Refresh(string Token, long At);

    private void Append(string? line)
    {
        _log.Enqueue(line ?? "");
        if (line?.IndexOf(ListeningOn, StringComparison.Ordinal) is { } at and >= 0)
        {
            _address.TrySetResult(new Uri(line[(at + ListeningOn.Length)..].Trim()));
        }
    }
}
