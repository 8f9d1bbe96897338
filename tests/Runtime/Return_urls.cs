namespace DoOAuth.Tests;

public sealed class Return_urls : IClassFixture<DefaultApp>
{
    private readonly TestApp _app;

    public Return_urls(DefaultApp fixture) => _app = fixture.App;

    public static TheoryData<string> Foreign =>
    [
        "https://evil.example/", "http://evil.example", "HTTPS://evil.example", "https:evil.example", "https:/evil.example",
        "//evil.example", "///evil.example", "////evil.example/x", @"/\evil.example", @"\\evil.example", @"\/evil.example", @"/\/evil.example",
        "/%2Fevil.example", "/%2fevil.example", "/%5Cevil.example", "/%5cevil.example", "%2F%2Fevil.example", "%2f/evil.example",
        "/%252Fevil.example", "/%255Cevil.example", "/%25252Fevil.example", "/%2525252525252525252Fevil.example",
        "/\t/evil.example", "/\r\n/evil.example", "\t//evil.example", " //evil.example", "/\u0000/evil.example", "/a\r\nSet-Cookie: x=1", "/\u0085x", "/\u001b[31m",
        "/%09/evil.example", "/%0A/evil.example", "/%00/evil.example",
        "evil.example", "droplets", "?x=1", "#x", "~/", "./x", "../x",
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:x@evil.example",
        "/droplets\\..\\evil", "@evil.example", ":80", "/" + new string('a', 2048), "/" + new string('ß', 400),
    ];

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_foreign_one_is_400_and_leads_nowhere(string returnUrl)
    {
        using var browser = _app.NewBrowser();
        foreach (var encoded in new[] { Uri.EscapeDataString(returnUrl), Uri.EscapeDataString(returnUrl).ToLowerInvariant() })
        {
            var login = await browser.LoadAsync("/login?returnUrl=" + encoded);

            Assert.Equal(400, login.Status);
            Assert.Equal("text/html; charset=utf-8", login.ContentType);
            Assert.Null(login.Header("Location"));
            Assert.Empty(login.SetCookies);
            Assert.DoesNotContain("evil", login.AllText, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/login?returnUrl=%2Fa&returnUrl=%2Fb")]
    [InlineData("/login?returnUrl=%2Fa&returnUrl=https%3A%2F%2Fevil.example")]
    [InlineData("/login?returnUrl=&returnUrl=")]
    [InlineData("/login?RETURNURL=https%3A%2F%2Fevil.example")]
    public async Task So_is_one_that_is_no_single_text(string login)
    {
        using var browser = _app.NewBrowser();
        var answer = await browser.LoadAsync(login);

        Assert.Equal(400, answer.Status);
        Assert.Null(answer.Header("Location"));
    }

    [Theory]
    [InlineData("/login?returnUrl[]=https%3A%2F%2Fevil.example")]
    [InlineData("/login?returnUrl[0]=https%3A%2F%2Fevil.example")]
    [InlineData("/login?return_url=https%3A%2F%2Fevil.example")]
    public async Task What_has_another_name_counts_for_nothing(string login)
    {
        using var browser = _app.NewBrowser();
        Assert.Equal(_app.Address, (await browser.SignInAsync(login)).Location);
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/droplets", "/droplets")]
    [InlineData("/droplets?page=2#top", "/droplets?page=2#top")]
    [InlineData("/search?q=https://example.com//x", "/search?q=https://example.com//x")]
    [InlineData("/search?q=a\\b", "/search?q=a%5Cb")]
    [InlineData("/go?to=%2F%2Fexample.com", "/go?to=%2F%2Fexample.com")]
    [InlineData("/a%20b", "/a%20b")]
    [InlineData("/a b", "/a%20b")]
    [InlineData("/files/a%252Fb%25252F", "/files/a%252Fb%25252F")]
    [InlineData("/größe", "/gr%C3%B6%C3%9Fe")]
    [InlineData("/日本語/🦈?q=é", "/%E6%97%A5%E6%9C%AC%E8%AA%9E/%F0%9F%A6%88?q=%C3%A9")]
    [InlineData("/100%", "/100%")]
    [InlineData("/<b>\"quoted\"</b>", "/%3Cb%3E%22quoted%22%3C/b%3E")]
    [InlineData("/a//b", "/a//b")]
    public async Task A_path_of_the_app_is_come_back_to_as_it_was(string returnUrl, string location)
    {
        using var browser = _app.NewBrowser();
        var answer = await browser.SignInAsync("/login?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal(302, answer.Status);
        Assert.Equal(location, answer.Header("Location"));
        Assert.Equal(_app.Address.Authority, answer.Location.Authority);
    }

    [Theory]
    [InlineData('a', 2047)]
    [InlineData('ß', 341)]
    public async Task The_longest_one_still_fits_through_the_sign_in(char letter, int length)
    {
        using var browser = _app.NewBrowser();
        var answer = await browser.SignInAsync("/login?returnUrl=" + Uri.EscapeDataString("/" + new string(letter, length)));

        Assert.Equal(302, answer.Status);
        Assert.InRange(answer.Header("Location")!.Length, 2047, 2048);
    }

    [Theory]
    [InlineData("/logout")]
    [InlineData("/disconnect")]
    public async Task After_leaving_a_foreign_one_counts_for_nothing(string path)
    {
        foreach (var returnUrl in new[] { "https://evil.example", "//evil.example", "/%2Fevil.example", @"/\evil.example" })
        {
            using var browser = await _app.SignedInAsync();
            var answer = await browser.SubmitAsync($"{path}?returnUrl={Uri.EscapeDataString(returnUrl)}");

            Assert.Equal(303, answer.Status);
            Assert.Equal("/", answer.Header("Location"));
        }
    }

    [Theory]
    [InlineData("/logout")]
    [InlineData("/disconnect")]
    public async Task After_leaving_a_path_of_the_app_is_gone_on_to(string path)
    {
        using var browser = await _app.SignedInAsync();
        var answer = await browser.SubmitAsync(path + "?returnUrl=" + Uri.EscapeDataString("/tschüss?x=1"));

        Assert.Equal(303, answer.Status);
        Assert.Equal("/tsch%C3%BCss?x=1", answer.Header("Location"));
    }
}
