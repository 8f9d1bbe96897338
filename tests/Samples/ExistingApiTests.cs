using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace DoOAuth.Samples.Tests;

/// <summary>An API with a default scheme, policies and middleware of its own.</summary>
public sealed class ExistingApiTests
{
    [Fact]
    public async Task ExistingApi_keeps_what_it_has_and_signs_people_in()
    {
        await using var sample = await Sample.StartAsync("ExistingApi");
        using var program = sample.NewBrowser();
        using var person = sample.NewBrowser();
        await ProgramsUseTheirTokensAsync(program);
        await PeopleSignInBelowThePathBaseAsync(person, program);
        await ProxiesAreHeardAsync(sample);
        await SignInIsLimitedAsync(person);
    }

    private static async Task ProgramsUseTheirTokensAsync(HttpClient program)
    {
        Assert.Equal("Healthy", await program.GetStringAsync(Of("/health")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, "/report"));
        using var issued = await program.PostAsync(Of("/token"), content: null);
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await issued.Content.ReadAsStringAsync());
        Assert.Equal("A report for a-program.", await program.GetStringAsync(Of("/report")));

        // A token of the API's is no session with DigitalOcean.
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, "/droplets"));
    }

    private static async Task PeopleSignInBelowThePathBaseAsync(HttpClient person, HttpClient program)
    {
        var droplets = await person.GetFromJsonAsync<JsonElement>(Of("/cloud/login?returnUrl=/cloud/droplets"));
        Assert.NotEqual(0, droplets.GetProperty("droplets").GetArrayLength());

        // A session with DigitalOcean is no token of the API's. What is cached is cached, and a session's responses are not.
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(person, "/cloud/report"));
        Assert.Equal(await person.GetStringAsync(Of("/cloud/now")), await person.GetStringAsync(Of("/cloud/now")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, "/cloud/droplets"));
    }

    private static async Task ProxiesAreHeardAsync(Sample sample)
    {
        using var proxy = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = sample.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, Of("/cloud/login"));
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "shop.example");
        using var answer = await proxy.SendAsync(request);
        Assert.Contains("redirect_uri=https%3A%2F%2Fshop.example%2Fcloud%2Fcallback", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    private static async Task SignInIsLimitedAsync(HttpClient person)
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 60; i++)
        {
            statuses.Add(await StatusAsync(person, "/cloud/me"));
        }

        Assert.Equal(HttpStatusCode.OK, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(Of(path));
        return answer.StatusCode;
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);
}
