using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>A person in front of the browser: what they do, and what they are shown.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string Results = Environment.GetEnvironmentVariable("DOOAUTH_RESULTS") is { Length: > 0 } folder
        ? folder
        : Path.Combine(AppContext.BaseDirectory, "TestResults");

    private readonly IBrowserContext _context;
    private readonly string _device;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    internal Visitor(IBrowserContext context, IPage page, string device)
    {
        _context = context;
        _device = device;
        Page = page;
        context.Request += (_, request) => _requests.Enqueue(request.Url);
        context.Console += (_, message) => _complaints.Enqueue($"{message.Type}: {message.Text}");
    }

    /// <summary>The page in front of them.</summary>
    public IPage Page { get; }

    /// <summary>Every address that the browser asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>What the browser had to say about the pages: refused by a policy, not found, and the like.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>From the app's first page to the sandbox's consent page.</summary>
    public async Task AskToSignInAsync()
    {
        await Page.GotoAsync("/");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with DigitalOcean" }).ClickAsync();
        await Approve.WaitForAsync();
    }

    /// <summary>Goes to a page and reads its text.</summary>
    public async Task<string> OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        return await Page.Locator("body").InnerTextAsync();
    }

    /// <summary>Signs in, all the way.</summary>
    public async Task SignInAsync()
    {
        await AskToSignInAsync();
        await Approve.ClickAsync();
        await Button("Sign out").WaitForAsync();
    }

    /// <summary>The consent page's button to agree.</summary>
    public ILocator Approve => Button("Approve");

    /// <summary>A button by its text.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Keeps a picture of the page under the test results; returns its path.</summary>
    public async Task<string> PictureAsync(string name, bool fullPage = false)
    {
        var path = Path.Combine(Results, "pictures", $"{name}-{_device}.png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = fullPage, Animations = ScreenshotAnimations.Disabled });
        return path;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
