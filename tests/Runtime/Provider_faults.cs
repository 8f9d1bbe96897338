using System.Text;

namespace DoOAuth.Tests;

/// <summary>What can go wrong when the code is exchanged. Nobody is signed in, the answer says why, and nothing of the provider's gets out.</summary>
public sealed class Provider_faults : ScriptedTests
{
    private const string Hostile = "provider-text <img src=x>\u001b[31m";

    [Theory]
    [InlineData(400, "invalid_grant", 400, FailureReasons.InvalidGrant)]
    [InlineData(401, "invalid_grant", 400, FailureReasons.InvalidGrant)]
    [InlineData(200, "invalid_grant", 400, FailureReasons.InvalidGrant)]
    [InlineData(401, "invalid_client", 502, FailureReasons.InvalidClient)]
    [InlineData(400, "unauthorized_client", 502, FailureReasons.InvalidClient)]
    [InlineData(400, "invalid_request", 502, FailureReasons.ProviderError)]
    [InlineData(400, "unsupported_grant_type", 502, FailureReasons.ProviderError)]
    [InlineData(400, "invalid_scope", 502, FailureReasons.ProviderError)]
    [InlineData(500, "server_error", 502, FailureReasons.ProviderError)]
    [InlineData(400, "provider-text", 502, FailureReasons.ProviderError)]
    public async Task An_oauth_error_has_its_reason(int providerStatus, string error, int status, string reason)
    {
        Provider.Token = (context, _) => Answer.Json(
            context, providerStatus, $$"""{"error":"{{error}}","error_description":"provider-text \r\n<b>\u001b[31m","error_uri":"https://provider-text"}""");
        await AssertFailsAsync(status, reason);
    }

    public static TheoryData<int, string> NoAnswers => new()
    {
        { 200, "" },
        { 200, "   " },
        { 200, "<!doctype html><h1>" + Hostile + "</h1>" },
        { 200, "null" },
        { 200, "[]" },
        { 200, "[{\"access_token\":\"provider-text\"}]" },
        { 200, "\"provider-text\"" },
        { 200, "12" },
        { 200, "{" },
        { 200, "{\"access_token\":\"provider-text" },
        { 200, "{\"access_token\":\"provider-text\"} trailing" },
        { 200, "{}" },
        { 200, "{\"access_token\":null}" },
        { 200, "{\"access_token\":{}}" },
        { 200, "{\"access_token\":\"\"}" },
        { 200, "{\"access_token\":\"provider-text with spaces\"}" },
        { 200, "{\"access_token\":\"provider-text\\r\\nX-Evil: 1\"}" },
        { 200, "{\"access_token\":\"provider-text-é\"}" },
        { 200, "{\"access_token\":\"provider-text\\ud800\"}" },
        { 200, "{\"acc\\ud800ss_tokennnnnnnnnnnnnnnnnnnnnn\":1}" },
        { 200, "{\"e\\ud800rrorrrrrrrrrrrrrrrrrrrrrrrrrrrrr\":1}" },
        { 200, "{\"access_token\":\"" + new string('x', 9000) + "\"}" },
        { 200, "{\"access_token\":\"provider-text\",\"scope\":{\"a\":1}}" },
        { 200, "{\"access_token\":\"provider-text\",\"scope\":[1]}" },
        { 200, "{\"access_token\":\"provider-text\",\"scope\":\"" + new string('x', 20000) + "\"}" },
        { 200, string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000) },
        { 200, new string('[', 5000) + new string(']', 5000) },
        { 204, "" },
        { 500, "" },
        { 500, Hostile },
        { 500, "{\"id\":\"server_error\",\"message\":\"provider-text\"}" },
        { 500, "{\"access_token\":\"provider-text\"}" },
        { 502, "<html>" },
        { 503, "{}" },
        { 429, "{\"id\":\"too_many_requests\",\"message\":\"provider-text\"}" },
        { 401, "{\"id\":\"unauthorized\",\"message\":\"provider-text\"}" },
        { 404, "provider-text" },
    };

    [Theory]
    [MemberData(nameof(NoAnswers))]
    public async Task What_is_no_token_answer_is_the_providers_error(int providerStatus, string body)
    {
        Provider.Token = (context, _) => providerStatus == 204
            ? Task.FromResult(context.Response.StatusCode = 204)
            : Answer.Bytes(context, providerStatus, "text/html", Encoding.UTF8.GetBytes(body));
        await AssertFailsAsync(502, FailureReasons.ProviderError);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("latin1")]
    public async Task So_is_one_in_another_encoding(string encoding)
    {
        Provider.Token = (context, _) => Answer.Bytes(
            context, 200, "application/json", Encoding.GetEncoding(encoding).GetBytes("{\"access_token\":\"provider-text\",\"é\":1,\"scope\":\"é\"}"));
        await AssertFailsAsync(502, FailureReasons.ProviderError);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task So_is_one_whose_compression_is_broken(string encoding)
    {
        Provider.Token = (context, _) =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            return Answer.Bytes(context, 200, "application/json", [0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 250, 251, 252, 253, 254, 255]);
        };
        await AssertFailsAsync(502, FailureReasons.ProviderError);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int redirect)
    {
        var elsewhere = Keep(await ScriptedProvider.StartAsync());
        Provider.Token = (context, _) =>
        {
            context.Response.Headers.Location = elsewhere.Address + "v1/oauth/token";
            return Answer.Json(context, redirect, "{}");
        };
        await AssertFailsAsync(502, FailureReasons.ProviderError);

        Assert.Empty(elsewhere.Requests);
        Assert.Single(Provider.TokenRequests);
    }

    [Fact]
    public async Task An_answer_over_a_mebibyte_is_refused()
    {
        Provider.Token = (context, _) => Answer.Json(context, 200, Provider.TokenAnswer().With("padding", new string('x', 1024 * 1024)).ToString());
        await AssertFailsAsync(502, FailureReasons.ProviderError);
    }

    [Fact]
    public async Task An_answer_without_end_is_refused_at_a_mebibyte()
    {
        Provider.Token = (context, _) => Answer.Flood(context);
        await AssertFailsAsync(502, FailureReasons.ProviderError);
    }

    [Fact]
    public async Task Compression_does_not_hide_an_answers_size()
    {
        Provider.Token = async (context, _) =>
        {
            using var packed = new MemoryStream();
            await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            {
                await gzip.WriteAsync(new byte[32 * 1024 * 1024]);
            }

            context.Response.Headers.ContentEncoding = "gzip";
            await Answer.Bytes(context, 200, "application/json", packed.ToArray());
        };
        await AssertFailsAsync(502, FailureReasons.ProviderError);
    }

    [Fact]
    public async Task Silence_is_504()
    {
        Provider.Token = (context, _) => Answer.Silence(context);
        await AssertFailsAsync(504, FailureReasons.ProviderUnreachable, options => options.BackchannelTimeout = TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public async Task So_is_an_answer_in_endless_drops()
    {
        Provider.Token = (context, _) => Answer.Drip(context);
        await AssertFailsAsync(504, FailureReasons.ProviderUnreachable, options => options.BackchannelTimeout = TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_502()
    {
        Provider.Token = (context, _) => Answer.Reset(context);
        await AssertFailsAsync(502, FailureReasons.ProviderUnreachable);
    }

    [Fact]
    public async Task So_is_one_that_breaks_in_the_middle_of_the_answer()
    {
        Provider.Token = async (context, _) =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"access_token\":\"provider-text");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        await AssertFailsAsync(502, FailureReasons.ProviderUnreachable);
    }

    [Fact]
    public async Task So_is_a_port_where_nobody_listens()
    {
        await AssertFailsAsync(502, FailureReasons.ProviderUnreachable, options => options.TokenEndpoint = ScriptedProvider.DeadAddress() + "/v1/oauth/token");
    }

    [Fact]
    public async Task So_is_a_host_that_does_not_exist()
    {
        await AssertFailsAsync(502, FailureReasons.ProviderUnreachable, options => options.TokenEndpoint = "http://nobody.invalid/v1/oauth/token");
    }

    [Theory]
    [InlineData("SSH-2.0-provider-text\r\n", FailureReasons.ProviderUnreachable)]
    [InlineData("HTTP/1.1 provider-text\r\n\r\n", FailureReasons.ProviderUnreachable)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: provider-text\r\n\r\n", FailureReasons.ProviderError)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nprovider-text\r\n", FailureReasons.ProviderUnreachable)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{", FailureReasons.ProviderUnreachable)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: \"provider-text\u001b\r\n\r\n{}", FailureReasons.ProviderError)]
    public async Task What_is_no_http_is_502(string bytes, string reason)
    {
        var server = Keep(new RawServer(Encoding.Latin1.GetBytes(bytes)));
        await AssertFailsAsync(502, reason, options => options.TokenEndpoint = server.Address + "/v1/oauth/token");
    }

    [Fact]
    public async Task So_are_headers_without_end()
    {
        var server = Keep(new RawServer(Encoding.Latin1.GetBytes(
            "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 5000).Select(number => $"X-{number}: provider-text-{new string('x', 50)}\r\n")))));
        await AssertFailsAsync(502, FailureReasons.ProviderError, options => options.TokenEndpoint = server.Address + "/v1/oauth/token");
    }

    [Fact]
    public async Task A_page_load_gets_the_same_as_a_page()
    {
        Provider.Token = (context, _) => Answer.Json(context, 400, """{"error":"invalid_grant","error_description":"provider-text"}""");
        var app = await StartAsync();
        using var browser = app.NewBrowser();
        var answer = await browser.SignInAsync("/login?returnUrl=%2Fdroplets");

        Assert.Equal(400, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.ContentType);
        Assert.Contains("invalid_grant", answer.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/login?returnUrl=%2Fdroplets\"", answer.Body, StringComparison.Ordinal);
        Leaks.AssertNone(answer, app, Provider, "provider-text");
    }

    private async Task AssertFailsAsync(int status, string reason, Action<DigitalOceanOptions>? options = null)
    {
        var app = await StartAsync(options: options);
        using var browser = app.NewBrowser();
        var answer = await browser.SignInForProblemAsync("/login?returnUrl=%2Fdroplets");

        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Equal(reason, answer.Reason);
        Assert.Equal("/login?returnUrl=%2Fdroplets", (string?)answer.Json["login"]);
        Assert.DoesNotContain(answer.SetCookies, cookie => cookie.StartsWith(".DoOAuth.DropletDeck=", StringComparison.Ordinal));
        Leaks.AssertNone(answer, app, Provider, "provider-text", "\u001b");
        Assert.Equal(401, (await browser.GetAsync("/me")).Status);
    }
}
