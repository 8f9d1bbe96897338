using Microsoft.Extensions.Options;

namespace DoOAuth.Tests;

/// <summary>An entry that no Origin header ever equals would trust nobody, and say nothing: it fails when the app starts.</summary>
public sealed class Trusted_origins : ScriptedTests
{
    [Theory]
    [InlineData("https://app.example.com/", "https://app.example.com")]
    [InlineData("https://app.example.com:443", "https://app.example.com")]
    [InlineData("https://app.example.com:0443", "https://app.example.com")]
    [InlineData("http://app.example.com:80", "http://app.example.com")]
    [InlineData("https://app.example.com:08443", "https://app.example.com:8443")]
    [InlineData("https://app.example.com:", "https://app.example.com")]
    [InlineData("https://app.example.com/path", "https://app.example.com")]
    [InlineData("https://app.example.com:8443/path/", "https://app.example.com:8443")]
    [InlineData("https://app.example.com?a=b", "https://app.example.com")]
    [InlineData("https://app.example.com#top", "https://app.example.com")]
    [InlineData(" https://app.example.com", "https://app.example.com")]
    [InlineData("https://app.example.com\n", "https://app.example.com")]
    [InlineData("app.example.com", "https://app.example.com")]
    [InlineData("app.example.com:8443", "https://app.example.com:8443")]
    [InlineData("//app.example.com", "https://app.example.com")]
    [InlineData("wss://app.example.com", "https://app.example.com")]
    [InlineData("ws://localhost:5173", "http://localhost:5173")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("https://BÜCHER.example:8443", "https://xn--bcher-kva.example:8443")]
    [InlineData("http://[0:0:0:0:0:0:0:1]:5173", "http://[::1]:5173")]
    public async Task One_that_can_never_match_fails_with_the_right_form(string entry, string rightForm)
    {
        var message = await FaultAsync(entry);

        Assert.Contains($"\"{entry.Trim().Split('?', '#')[0]}", message, StringComparison.Ordinal);
        Assert.Contains($"Write \"{rightForm}\"", message, StringComparison.Ordinal);
        await StartTrustingAsync(rightForm);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("NULL")]
    [InlineData("*")]
    [InlineData("https://*.example.com")]
    [InlineData("http://localhost:*")]
    [InlineData("https://")]
    [InlineData("https://app.example.com:99999")]
    [InlineData("https://app example.com")]
    [InlineData("https://a.example.com,https://b.example.com")]
    [InlineData("https://a.example.com https://b.example.com")]
    [InlineData("file:///srv/app")]
    [InlineData("data:text/html,x")]
    [InlineData("mailto:sammy@example.com")]
    [InlineData("/app")]
    public async Task One_that_has_no_right_form_fails_too(string? entry) =>
        Assert.Contains("TrustedOrigins", await FaultAsync(entry!), StringComparison.Ordinal);

    [Fact]
    public async Task Neither_a_password_nor_a_token_in_one_is_shown()
    {
        var message = await FaultAsync("https://user:open-sesame@app.example.com/?token=open-sesame-too#open-sesame");

        Assert.DoesNotContain("sesame", message, StringComparison.Ordinal);
        Assert.Contains("Write \"https://app.example.com\"", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_wrong_one_is_told()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartTrustingAsync("https://a.example.com/", "https://b.example.com", "null"));

        Assert.Equal(2, error.Failures.Count());
    }

    [Theory]
    [InlineData("https://app.example.com")]
    [InlineData("HTTPS://App.Example.Com:8443")]
    [InlineData("http://localhost:5173")]
    [InlineData("http://127.0.0.1:5173")]
    [InlineData("http://[::1]:5173")]
    [InlineData("https://xn--bcher-kva.example")]
    [InlineData("capacitor://localhost")]
    [InlineData("chrome-extension://abcdefghijklmnopabcdefghijklmnop")]
    public async Task One_that_a_browser_sends_is_right_and_trusted(string entry)
    {
        var app = await StartTrustingAsync(entry);
        using var browser = await app.SignedInAsync();

        Assert.Equal(204, (await browser.PostAsync("/logout", ("Origin", entry), ("Sec-Fetch-Site", "cross-site"))).Status);
    }

    private async Task<string> FaultAsync(string entry) =>
        (await Assert.ThrowsAsync<OptionsValidationException>(() => StartTrustingAsync(entry))).Message;

    private Task<TestApp> StartTrustingAsync(params string[] entries) => StartAsync(options: options => Array.ForEach(entries, options.TrustedOrigins.Add));
}
