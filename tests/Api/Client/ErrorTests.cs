using System.Net;
using System.Net.Http.Headers;

namespace DoOAuth.Api.Tests.Client;

/// <summary>What a caller learns from an answer that is not a success.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData("""{"id":"not_found","message":"No such Droplet.","request_id":"4d9d8375"}""", "not_found", "No such Droplet.", "4d9d8375")]
    [InlineData("""{"code":"conflict","message":"The access point exists."}""", "conflict", "The access point exists.", null)]
    [InlineData("""{"error":"bad","messages":["A name is missing.","Another one."],"root_causes":[]}""", null, "bad: A name is missing. Another one.", null)]
    [InlineData("""{"messages":["A name is missing.",7,["x"]],"root_causes":[]}""", null, "A name is missing.", null)]
    [InlineData("\uFEFF{\"id\":\"not_found\"}", "not_found", null, null)]
    [InlineData("""{"id":"not_found","message":"half \uD800","request_id":"r"}""", "not_found", null, "r")]
    [InlineData("""{"id":"not_found","half \uD800":"x","request_id":"r"}""", "not_found", null, "r")]
    [InlineData("""{"id":"not_found","message":"It breaks""", "not_found", null, null)]
    [InlineData("""{"type":"error","error":{"type":"invalid_request_error","message":"Too long."}}""", "error", "Too long.", null)]
    [InlineData("""{"id":7,"message":["not","a text"],"deep":{"id":"x"}}""", null, null, null)]
    [InlineData("<html>502 Bad Gateway</html>", null, null, null)]
    [InlineData("", null, null, null)]
    public async Task An_error_has_what_the_answer_says(string body, string? id, string? message, string? request)
    {
        using var client = AnsweringHandler.ClientFor(body, HttpStatusCode.NotFound);

        var error = await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.DigitalOcean().Droplets.GetAsync(7));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal((id, message, request), (error.Id, error.ApiMessage, error.RequestId));
        Assert.StartsWith("DigitalOcean answered GET /v2/droplets/7 with 404", error.Message, StringComparison.Ordinal);
        Assert.Contains(message ?? "404", error.Message, StringComparison.Ordinal);
        Assert.Null(error.RetryAfter);
    }

    [Fact]
    public async Task Neither_the_token_nor_the_query_nor_the_body_is_in_an_error()
    {
        using var client = AnsweringHandler.ClientFor("""{"id":"forbidden","secret":"dop_v1_in_the_answer"}""", HttpStatusCode.Forbidden);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "dop_v1_of_the_user");

        var error = await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Droplets.ListPageAsync(tagName: "secret-tag"));

        Assert.DoesNotContain("dop_v1", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_the_answer_repeats_is_not_in_an_error()
    {
        var token = "dop_v1_" + string.Concat(Enumerable.Repeat("0123456789abcdef", 4));
        using var client = new HttpClient(new AnsweringHandler(_ =>
        {
            var response = AnsweringHandler.Json($$"""{"id":"{{token}}","error":"{{new string('x', 480)}} {{token}}","messages":["doo_v1_abc","a dor_v1_def b"]}""", HttpStatusCode.Unauthorized);
            response.Headers.Add("x-request-id", token);
            return response;
        }));

        var error = await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Account.GetAsync());

        Assert.Equal(("…", "…"), (error.Id, error.RequestId));
        Assert.All([error.ToString(), error.ApiMessage!], text => Assert.DoesNotContain("_v1_", text, StringComparison.Ordinal));
        Assert.Contains("a … b", await MessageAsync("a dor_v1_def b"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_cannot_forge_lines_of_a_log()
    {
        using var client = AnsweringHandler.ClientFor(/*lang=json*/ $$$$"""{"id":"a\r\nb","message":"{{{{new string('x', 2000)}}}}"}""", HttpStatusCode.BadRequest);

        var error = await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Account.GetAsync());

        Assert.Equal("a  b", error.Id);
        Assert.DoesNotContain('\n', error.Message);
        Assert.True(error.Message.Length < 700);
    }

    [Theory]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("Retry-After", "Tue, 01 Dec 2026 12:00:30 GMT", 30)]
    [InlineData("ratelimit-reset", "1796126460", 60)]
    [InlineData("ratelimit-reset", "1796126000", 0)]
    [InlineData("ratelimit-reset", "99999999999999999", null)]
    [InlineData("ratelimit-reset", "soon", null)]
    public async Task Too_many_requests_say_when_to_try_again(string header, string value, int? seconds)
    {
        using var client = new HttpClient(new AnsweringHandler(_ =>
        {
            var response = AnsweringHandler.Json("""{"id":"too_many_requests","message":"Slow down."}""", HttpStatusCode.TooManyRequests);
            response.Headers.Date = new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
            response.Headers.TryAddWithoutValidation(header, value);
            return response;
        }));

        var error = await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Account.GetAsync());

        Assert.Equal(seconds, error.RetryAfter is { } wait ? (int)wait.TotalSeconds : null);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{\"account\":")]
    [InlineData("<html>")]
    public async Task A_success_that_is_not_what_it_should_be_is_an_error(string body)
    {
        using var client = AnsweringHandler.ClientFor(body);

        var error = await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Account.GetAsync());

        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.DoesNotContain("html", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_larger_than_the_client_allows_is_not_read()
    {
        using var client = AnsweringHandler.ClientFor($$$$"""{"account":{"name":"{{{{new string('x', 5000)}}}}"}}""");
        client.MaxResponseContentBufferSize = 1000;

        await Assert.ThrowsAsync<HttpRequestException>(() => client.Account.GetAsync());
    }

    [Fact]
    public async Task The_clients_timeout_holds_while_the_body_is_read()
    {
        using var client = new HttpClient(new AnsweringHandler(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new SilentStream()) })) { Timeout = TimeSpan.FromMilliseconds(200) };

        var error = await Assert.ThrowsAsync<TaskCanceledException>(() => client.Account.GetAsync());

        Assert.IsType<TimeoutException>(error.InnerException);
    }

    [Fact]
    public async Task A_callers_cancellation_is_not_a_timeout()
    {
        using var client = new HttpClient(new AnsweringHandler(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new SilentStream()) }));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Account.GetAsync(cancel.Token));

        Assert.IsNotType<TimeoutException>(error.InnerException);
        Assert.Equal(cancel.Token, error.CancellationToken);
    }

    private static async Task<string> MessageAsync(string message)
    {
        using var client = AnsweringHandler.ClientFor($$"""{"message":"{{message}}"}""", HttpStatusCode.Unauthorized);
        return (await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Account.GetAsync())).ApiMessage!;
    }

    private sealed class SilentStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
