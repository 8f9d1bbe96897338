using System.Net;
using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Sandbox.Tests;

public sealed class Faults_by_path_and_per_cent : SandboxFixture
{
    [Theory]
    [InlineData("/v2/droplets", "GET /v2/droplets,POST /v2/droplets")]
    [InlineData("GET /v2/droplets", "GET /v2/droplets")]
    [InlineData("post /v2/DROPLETS", "POST /v2/droplets")]
    [InlineData("/v2/droplets/{droplet_id}", "GET /v2/droplets/7,DELETE /v2/droplets/7")]
    [InlineData("/v2/droplets/7", "GET /v2/droplets/7,DELETE /v2/droplets/7")]
    [InlineData("/v2/droplets/*", "GET /v2/droplets/7,DELETE /v2/droplets/7,GET /v2/droplets/7/actions")]
    [InlineData("/v2/*/7/actions", "GET /v2/droplets/7/actions")]
    [InlineData("/v1/oauth/token/info", "GET /v1/oauth/token/info")]
    [InlineData("/v2/account", "GET /v2/account")]
    public async Task A_fault_applies_to_a_path(string path, string struck)
    {
        string[] all =
        [
            "GET /v2/droplets", "POST /v2/droplets", "GET /v2/droplets/7", "DELETE /v2/droplets/7", "GET /v2/droplets/7/actions", "GET /v2/account", "GET /v1/oauth/token/info",
        ];
        Sandbox.Faults.Add($"status@{path}=418");
        var failed = new List<string>();
        foreach (var request in all)
        {
            using var response = await App.ApiAsync(new HttpMethod(request.Split(' ')[0]), request.Split(' ')[1], null);
            if ((int)response.StatusCode == 418)
            {
                failed.Add(request);
            }
        }

        Assert.Equal(struck, string.Join(',', failed));
    }

    [Fact]
    public async Task A_fault_applies_to_a_part_of_the_requests_and_to_the_same_ones_in_each_run()
    {
        var first = await StrikeAsync(Sandbox, "status@account=503~20%");
        await using var again = await DigitalOceanSandbox.StartAsync(Configure);
        Assert.Equal(first, await StrikeAsync(again, "status@account=503~20%"));
        Assert.InRange(first.Count(struck => struck), 60, 140);
        Assert.Contains(first.Zip(first.Skip(1)), pair => pair is (true, true));

        Sandbox.Faults.Clear();
        Assert.DoesNotContain(false, await StrikeAsync(Sandbox, "status@account=503~100%"));
    }

    [Fact]
    public async Task The_number_of_times_counts_the_requests_that_it_applied_to()
    {
        var struck = await StrikeAsync(Sandbox, "status@/v2/account=503~50%*5");
        Assert.Equal(5, struck.Count(one => one));
        Assert.Empty(Sandbox.Faults.Active);
    }

    [Theory]
    [InlineData("status@/v2/droplets=503")]
    [InlineData("status@POST /v2/droplets=503*2")]
    [InlineData("slow@/v2/droplets/*=2s~10%*3")]
    [InlineData("drop@/v2/droplets/{droplet_id}~1%")]
    [InlineData("redirect=/a%20b~5%")]
    [InlineData("no-scope~50%")]
    public void Its_text_can_be_read_and_written(string text) => Assert.Equal(text, SandboxFault.Parse(text).ToString());

    [Fact]
    public void The_methods_write_the_same_text() =>
        Assert.Equal("status@/v2/droplets=503~20%*3", SandboxFault.Status(503).Where("/v2/droplets").InPercent(20).For(3).ToString());

    [Theory]
    [InlineData("status@/v3/droplets=503", "'/v3/droplets' is not a path")]
    [InlineData("no-scope@/v1/oauth/token", "no-scope does not apply to a path, only to token,refresh")]
    [InlineData("status=503~0%", "'~0%' is not a number from 1 to 100")]
    [InlineData("status=503~101%", "'~101%' is not a number from 1 to 100")]
    public void What_is_no_fault_says_why(string text, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => SandboxFault.Parse(text)).Message, StringComparison.Ordinal);

    private static async Task<List<bool>> StrikeAsync(DigitalOceanSandbox sandbox, string fault)
    {
        sandbox.Faults.Add(fault);
        using var app = new OAuthDriver(sandbox);
        var struck = new List<bool>();
        for (var request = 0; request < 500; request++)
        {
            using var response = await app.ApiAsync(HttpMethod.Get, "/v2/account", null);
            struck.Add(response.StatusCode == HttpStatusCode.ServiceUnavailable);
        }

        return struck;
    }
}
