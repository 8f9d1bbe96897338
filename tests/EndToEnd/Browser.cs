using Microsoft.Playwright;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>Debian's Chromium without a window; each test gets a profile of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async Task InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            throw new InvalidOperationException($"The browser tests need Chromium at {Executable}: apt-get install chromium. dotnet eng/test.cs does it.");
        }

        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A visitor who has been nowhere yet, in front of a desk's screen or a phone's.</summary>
    public async Task<Visitor> NewVisitorAsync(Uri address, bool onPhone = false)
    {
        var context = await _chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.AbsoluteUri,
            Locale = "en-US",
            ColorScheme = ColorScheme.Light,
            ViewportSize = onPhone ? new ViewportSize { Width = 390, Height = 780 } : new ViewportSize { Width = 1120, Height = 760 },
            DeviceScaleFactor = 2,
            IsMobile = onPhone,
            HasTouch = onPhone,
        });
        context.SetDefaultTimeout(15_000);
        return new Visitor(context, await context.NewPageAsync(), onPhone ? "phone" : "desk");
    }

    /// <summary>The same, with a window of this width and the user's wish for light or dark pages.</summary>
    public async Task<Visitor> NewVisitorAsync(Uri address, int width, ColorScheme scheme)
    {
        var context = await _chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.AbsoluteUri,
            Locale = "en-US",
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 720 },
        });
        context.SetDefaultTimeout(15_000);
        return new Visitor(context, await context.NewPageAsync(), $"{width}-{scheme.ToString().ToLowerInvariant()}");
    }
}
