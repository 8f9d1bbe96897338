using System.Net;
using System.Text;
using System.Text.Json;

namespace DoOAuth.Api.Tests.Client;

/// <summary>Answers that lack what they should have, have bytes that are not valid text, or break off.</summary>
public sealed class BrokenAnswerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"database":null}""")]
    [InlineData("""{"database":[]}""")]
    public async Task A_database_that_is_not_there_is_an_error(string json)
    {
        using var client = AnsweringHandler.ClientFor(json);

        var error = await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Databases.GetClusterAsync("7"));

        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Contains("GET /v2/databases/7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_not_there_is_an_error()
    {
        using var client = AnsweringHandler.ClientFor("{}");

        await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Databases.GetKafkaSchemaConfigAsync("7"));
        await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Droplets.GetAsync(7));
    }

    [Fact]
    public async Task An_answer_of_any_JSON_is_an_empty_object_if_it_has_no_body()
    {
        using var client = AnsweringHandler.ClientFor("");

        Assert.Equal(JsonValueKind.Object, (await client.GradientAI.DeleteEvaluationDatasetAsync("7")).ValueKind);
    }

    [Theory]
    [InlineData("{\"account\":{\"email\":\"a\u00FFb\"}}")]
    [InlineData("{\"account\":{\"email\":\"a\\uD800b\"}}")]
    [InlineData("{\"acc\u00FF\":{\"email\":\"ab\"}}")]
    public async Task Text_that_is_not_valid_is_an_error_of_the_answer(string latin1)
    {
        using var client = ClientFor(HttpStatusCode.OK, () => new ByteArrayContent(Encoding.Latin1.GetBytes(latin1)));

        var error = await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Account.GetAsync());

        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
    }

    [Fact]
    public async Task An_error_with_text_that_is_not_valid_has_its_status_and_its_wait()
    {
        using var client = ClientFor(HttpStatusCode.TooManyRequests, () => new ByteArrayContent(Encoding.Latin1.GetBytes("{\"id\":\"too_many_requests\",\"message\":\"z\u00FF\",\"request_id\":\"r\"}")));

        var error = await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Account.GetAsync());

        Assert.Equal((HttpStatusCode.TooManyRequests, "too_many_requests", "r"), (error.StatusCode, error.Id, error.RequestId));
        Assert.Equal(TimeSpan.FromSeconds(7), error.RetryAfter);
    }

    [Fact]
    public async Task An_error_whose_body_breaks_off_is_still_that_error()
    {
        using var client = ClientFor(HttpStatusCode.NotFound, () => new StreamContent(new BreakingStream("""{"id":"not_found","message":"No""")));

        var error = await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Account.GetAsync());

        Assert.Equal((HttpStatusCode.NotFound, "not_found", null), (error.StatusCode, error.Id, error.ApiMessage));
        Assert.Equal(TimeSpan.FromSeconds(7), error.RetryAfter);
    }

    [Fact]
    public async Task Only_the_start_of_an_error_is_read()
    {
        var stream = new EndlessStream();
        using var client = ClientFor(HttpStatusCode.BadGateway, () => new StreamContent(stream));

        var error = await Assert.ThrowsAsync<DigitalOceanApiException>(() => client.Account.GetAsync());

        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
        Assert.InRange(stream.Count, 1, 256 * 1024);
    }

    [Fact]
    public async Task A_success_whose_body_breaks_off_is_an_error_of_HTTP()
    {
        using var client = ClientFor(HttpStatusCode.OK, () => new StreamContent(new BreakingStream("""{"account":{}""")));

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => client.Account.GetAsync());

        Assert.IsAssignableFrom<IOException>(error.InnerException);
    }

    [Fact]
    public void The_buffer_grows_to_the_longest_array_and_no_further()
    {
        Assert.Equal(8192, ApiAnswer.Larger(4096));
        Assert.Equal(Array.MaxLength, ApiAnswer.Larger(1 << 30));
        Assert.Equal(Array.MaxLength, ApiAnswer.Larger(Array.MaxLength));
    }

    private static HttpClient ClientFor(HttpStatusCode status, Func<HttpContent> content) => new(new AnsweringHandler(_ =>
    {
        var response = new HttpResponseMessage(status) { Content = content() };
        response.Headers.TryAddWithoutValidation("Retry-After", "7");
        return response;
    }));

    private sealed class BreakingStream(string start) : MemoryStream(Encoding.UTF8.GetBytes(start))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var read and > 0 ? read : throw new HttpIOException(HttpRequestError.ResponseEnded);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Count { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            Count += buffer.Length;
            return Count > 16 << 20 ? throw new InvalidOperationException("Far more was read than an error has.") : ValueTask.FromResult(buffer.Length);
        }
    }
}
