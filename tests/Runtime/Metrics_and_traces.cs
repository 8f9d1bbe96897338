using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DoOAuth.Tests;

public sealed class Metrics_and_traces : ScriptedTests
{
    [Fact]
    public async Task What_happens_is_counted()
    {
        Provider.Lifetime(TimeSpan.FromHours(1));
        var app = await StartAsync(app =>
        {
            app.MapGet("/droplets", () => "droplets").RequireDropletRead();
            app.MapPost("/droplets", () => "created").RequireDropletCreate();
        });
        var counted = new ConcurrentQueue<string>();
        using var listener = Listen(app, counted);
        using var browser = await app.SignedInAsync();
        await browser.PostAsync("/droplets");
        await browser.PostAsync("/droplets", ("Origin", "https://evil.example"));
        await browser.GetAsync("/callback?state=x");
        app.Time.Advance(TimeSpan.FromMinutes(58));
        await browser.GetAsync("/droplets");
        Provider.Revoke = (context, _) => Answer.Reset(context);
        await browser.PostAsync("/disconnect");
        Provider.Revoke = (context, _) => Answer.Json(context, 200, "{}");
        await browser.PostAsync("/disconnect");

        Assert.Equal(
            [
                "dooauth.sign_ins 1 dooauth.scheme=DropletDeck",
                "dooauth.guard.denials 1 dooauth.reason=scope_missing dooauth.scheme=DropletDeck",
                "dooauth.guard.denials 1 dooauth.reason=cross_site dooauth.scheme=DropletDeck",
                "dooauth.sign_in.failures 1 dooauth.reason=state_mismatch dooauth.scheme=DropletDeck",
                "dooauth.refreshes 1 dooauth.outcome=success dooauth.scheme=DropletDeck",
                "dooauth.revocations 1 dooauth.outcome=provider_unreachable dooauth.scheme=DropletDeck",
                "dooauth.revocations 1 dooauth.outcome=success dooauth.scheme=DropletDeck",
            ],
            counted);
    }

    [Fact]
    public async Task What_the_provider_says_becomes_no_dimension()
    {
        Provider.Authorize = (context, request) => ScriptedProvider.RedirectBack(context, request, ("error", "made-up-by-somebody"));
        var app = await StartAsync();
        var counted = new ConcurrentQueue<string>();
        using var listener = Listen(app, counted);
        using var browser = app.NewBrowser();
        await browser.SignInAsync();

        Assert.Equal(["dooauth.sign_in.failures 1 dooauth.reason=provider_error dooauth.scheme=DropletDeck"], counted);
    }

    [Fact]
    public async Task The_callback_the_refresh_and_the_disconnection_are_traced()
    {
        Provider.Lifetime(TimeSpan.FromHours(1));
        var app = await StartAsync();
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        var seen = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "DoOAuth" or "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "DoOAuth" && activity.TraceId.ToHexString() == trace)
                {
                    seen.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        (string, string) parent = ("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        using var browser = app.NewBrowser();
        await browser.GetAsync((await browser.ReachCallbackAsync()).AbsoluteUri, parent);
        app.Time.Advance(TimeSpan.FromMinutes(58));
        await browser.GetAsync("/me", parent);
        await browser.PostAsync("/disconnect", parent);

        Assert.Equal(["DoOAuth.Callback", "DoOAuth.Refresh", "DoOAuth.Disconnect"], seen.Select(activity => activity.OperationName));
        Assert.All(seen, activity => Assert.Equal("DropletDeck", activity.GetTagItem("dooauth.scheme")));
    }

    [Fact]
    public async Task Two_apps_in_one_process_count_and_remember_for_themselves()
    {
        var one = await StartAsync();
        var other = await StartAsync();
        var counted = new ConcurrentQueue<string>();
        using var listener = Listen(one, counted);
        using var browser = await other.SignedInAsync();
        var session = browser.SessionCookie()!.Value;

        Assert.Empty(counted);
        Assert.Equal(401, (await one.NewBrowser().GetAsync("/me", ("Cookie", ".DoOAuth.DropletDeck=" + session))).Status);
        using var mine = await one.SignedInAsync();
        Assert.Single(counted);
        Assert.Equal(204, (await mine.PostAsync("/logout")).Status);
        Assert.Equal(200, (await browser.GetAsync("/me")).Status);
    }

    private static MeterListener Listen(TestApp app, ConcurrentQueue<string> counted)
    {
        var factory = app.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "DoOAuth" && ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.Enqueue(
            $"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal))}"));
        listener.Start();
        return listener;
    }
}
