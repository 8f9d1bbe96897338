extern alias TwoApplications;

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DoOAuth.Sandbox;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Testing.Tests;

/// <summary>Apps of <c>WebApplicationFactory</c> whose DigitalOcean is a sandbox, in memory and on a real port.</summary>
public sealed class WithASandbox : IAsyncLifetime
{
    private DigitalOceanSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await DigitalOceanSandbox.StartAsync(options => options.AutoApprove = true);

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_is_signed_in_as_the_chosen_user_with_the_chosen_scopes(bool onARealPort)
    {
        await using var app = App(onARealPort);
        using var client = await app.CreateSignedInClientAsync(SandboxUser.Coral, "droplet:read");

        var me = await client.GetFromJsonAsync<JsonElement>("/me");
        var droplets = await client.GetFromJsonAsync<JsonElement>("/droplets");
        using var refused = await client.PostAsJsonAsync("/droplets", new { });

        Assert.Equal("coral@example.com", me.GetProperty("email").GetString());
        Assert.Equal("Reef Builders", me.GetProperty("team").GetProperty("name").GetString());
        Assert.Equal(["droplet:read"], me.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.NotEmpty(droplets.GetProperty("droplets").EnumerateArray());
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_choice_it_is_Sammy_with_the_declared_scopes(bool onARealPort)
    {
        await using var app = App(onARealPort);
        using var client = await app.CreateSignedInClientAsync();

        var me = await client.GetFromJsonAsync<JsonElement>("/me");

        Assert.Equal("sammy@example.com", me.GetProperty("email").GetString());
        Assert.Equal(["account:read", "droplet:read"], me.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_signed_in_client_can_ask_for_more_sign_out_and_sign_in_again(bool onARealPort)
    {
        await using var app = App(onARealPort);
        using var client = await app.CreateSignedInClientAsync();

        var more = await client.GetFromJsonAsync<JsonElement>("/login?returnUrl=/me&scope=droplet:create");
        using var signedOut = await client.PostAsync("/logout", content: null);
        using var nobody = await client.GetAsync("/me");
        var again = await client.GetFromJsonAsync<JsonElement>("/login?returnUrl=/me");

        Assert.Contains("droplet:create", more.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal("sammy@example.com", again.GetProperty("email").GetString());
    }

    [Fact]
    public async Task An_ordinary_client_follows_the_redirects_to_the_sandbox_and_back()
    {
        await using var app = App(onARealPort: false);
        using var client = app.CreateClient();

        var me = await client.GetFromJsonAsync<JsonElement>("/login?returnUrl=/me");

        Assert.Equal("sammy@example.com", me.GetProperty("email").GetString());
    }

    [Fact]
    public async Task A_form_of_the_sandbox_can_be_sent_through_the_app()
    {
        await using var sandbox = await DigitalOceanSandbox.StartAsync();
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithSandbox(sandbox);
        using var client = app.CreateClient();

        using var consent = await client.GetAsync("/login?returnUrl=/me");
        var form = ConsentForm.Read(await consent.Content.ReadAsStringAsync(), ("decision", "approve"), ("account", SandboxUser.Coral.Uuid));
        using var answer = await client.PostAsync(new Uri(consent.RequestMessage!.RequestUri!, form.Action), form.Content);

        Assert.Equal("coral@example.com", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("email").GetString());
    }

    [Fact]
    public async Task Two_clients_have_sessions_of_their_own()
    {
        await using var app = App(onARealPort: false);
        using var sammy = await app.CreateSignedInClientAsync(SandboxUser.Sammy);
        using var coral = await app.CreateSignedInClientAsync(SandboxUser.Coral);

        using var signedOut = await sammy.PostAsync("/logout", content: null);
        using var gone = await sammy.GetAsync("/me");
        using var still = await coral.GetAsync("/me");

        Assert.Equal([401, 200], [(int)gone.StatusCode, (int)still.StatusCode]);
    }

    [Fact]
    public async Task The_session_is_refreshed_when_its_token_is_about_to_expire()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var sandbox = await DigitalOceanSandbox.StartAsync(options => (options.TimeProvider, options.AccessTokenLifetime) = (clock, TimeSpan.FromHours(1)));
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithSandbox(sandbox).WithWebHostBuilder(host => host.ConfigureServices(services => services.AddSingleton<TimeProvider>(clock)));
        using var client = await app.CreateSignedInClientAsync(SandboxUser.Coral);

        for (var hour = 0; hour < 3; hour++)
        {
            clock.Advance(TimeSpan.FromMinutes(58));
            using var answer = await client.GetAsync("/droplets");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(3, sandbox.Requests.Count(request => request.Path == "/v1/oauth/token"));
        Assert.Equal("coral@example.com", (await client.GetFromJsonAsync<JsonElement>("/me")).GetProperty("email").GetString());
    }

    [Fact]
    public async Task Withdrawn_access_ends_the_session()
    {
        await using var app = App(onARealPort: false);
        using var client = await app.CreateSignedInClientAsync();

        await _sandbox.WithdrawAccessAsync();
        using var answer = await client.GetAsync("/droplets");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Each_annotated_class_has_its_own_sessions()
    {
        await using var factory = new WebApplicationFactory<TwoApplications::Program>();
        await using var app = factory.WithSandbox(_sandbox, "DigitalOcean", "BackOffice");
        using var staff = await app.CreateSignedInClientAsync(new TestSignIn { User = SandboxUser.Coral, Scheme = "BackOffice", Scopes = { "image:read" } });

        using var images = await staff.GetAsync("/back-office/images");
        using var droplets = await staff.GetAsync("/droplets");
        var ambiguous = await Assert.ThrowsAsync<InvalidOperationException>(() => app.CreateSignedInClientAsync());
        var unknown = await Assert.ThrowsAsync<ArgumentException>(() => app.CreateSignedInClientAsync(new TestSignIn { Scheme = "Shop" }));

        Assert.Equal([200, 401], [(int)images.StatusCode, (int)droplets.StatusCode]);
        Assert.Contains("Scheme to one of \"Store\", \"BackOffice\"", ambiguous.Message, StringComparison.Ordinal);
        Assert.Contains("no scheme 'Shop'", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_an_error_that_says_why()
    {
        await using var app = App(onARealPort: false);
        var stranger = new SandboxUser("1", "A Stranger", "stranger@example.com", "2", "Strangers");

        var scope = await Assert.ThrowsAsync<ArgumentException>(() => app.CreateSignedInClientAsync("droplet:reed"));
        var user = await Assert.ThrowsAsync<ArgumentException>(() => app.CreateSignedInClientAsync(stranger));
        await using var alone = new WebApplicationFactory<Program>();
        await using var configured = alone.WithWebHostBuilder(host => host.UseSetting("DigitalOcean:ClientId", "id"));
        var nothing = await Assert.ThrowsAsync<InvalidOperationException>(() => configured.CreateSignedInClientAsync());

        Assert.Contains("Did you mean 'droplet:read'?", scope.Message, StringComparison.Ordinal);
        Assert.Contains("no user A Stranger", user.Message, StringComparison.Ordinal);
        Assert.Contains("WithSandbox(sandbox)", nothing.Message, StringComparison.Ordinal);
    }

    private WebApplicationFactory<Program> App(bool onARealPort)
    {
        var app = new WebApplicationFactory<Program>().WithSandbox(_sandbox);
        if (onARealPort)
        {
            app.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            app.StartServer();
        }

        return app;
    }
}
