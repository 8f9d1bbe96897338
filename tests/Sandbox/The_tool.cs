using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace DoOAuth.Sandbox.Tests;

/// <summary>The command as users run it.</summary>
public sealed class The_tool
{
    private const string Listening = "Sandbox listening on ";

    [LinuxFact]
    public async Task It_serves_until_it_is_told_to_end()
    {
        using var tool = ToolProcess.Start("--port", "0", "--fault", "status@account=418*1");
        using var http = new HttpClient { BaseAddress = new Uri(tool.ReadAfter(Listening)) };
        using var spoiled = await http.GetAsync(new Uri("/v2/account", UriKind.Relative));
        using var fine = await http.GetAsync(new Uri("/v2/account", UriKind.Relative));
        Assert.Equal([418, 401], [(int)spoiled.StatusCode, (int)fine.StatusCode]);

        tool.Signal(PosixSignal.SIGTERM);
        var (code, errors) = await tool.ExitAsync();
        Assert.Equal(143, code);
        Assert.Equal(["The fault status@account=418*1 applies.", "The request has no Authorization header."], errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" – ")[^1].Trim()));
    }

    [LinuxFact]
    public async Task The_app_is_pointed_at_it_and_its_exit_code_forwarded()
    {
        using var tool = ToolProcess.Start(
            "--port", "0", "--client-id", "mine", "--section", "DigitalOcean", "--section", "Admin:Cloud", "--",
            "sh", "-c", "echo app $DigitalOcean__Authority $DigitalOcean__ApiBaseAddress $DigitalOcean__ClientId $DigitalOcean__ClientSecret $Admin__Cloud__Authority; exit 7");
        var address = tool.ReadAfter(Listening);
        Assert.Equal($"{address} {address} mine {SandboxOptions.DefaultClientSecret} {address}", tool.ReadAfter("app "));
        Assert.Equal(7, (await tool.ExitAsync()).Code);
    }

    [LinuxFact]
    public async Task A_public_client_has_no_secret()
    {
        using var tool = ToolProcess.Start("--port", "0", "--public", "--", "sh", "-c", "echo app ${DigitalOcean__ClientSecret-none}");
        Assert.Equal("none", tool.ReadAfter("app "));
        Assert.Equal(0, (await tool.ExitAsync()).Code);
    }

    [LinuxTheory]
    [InlineData(PosixSignal.SIGINT, 130)]
    [InlineData(PosixSignal.SIGTERM, 143)]
    [InlineData(PosixSignal.SIGHUP, 129)]
    public async Task Ended_it_ends_the_app_and_what_the_app_has_started(PosixSignal signal, int code)
    {
        // A shell that starts another one, deaf to SIGTERM, that starts a third: none of them survives.
        using var tool = ToolProcess.Start(
            "--port", "0", "--",
            "sh", "-c", "sh -c 'trap \"\" TERM; sleep 600 & echo started $$ $!; wait; sleep 600' & wait");
        int[] ids = [.. tool.ReadAfter("started ").Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
        Assert.Equal(2, ids.Length);
        Assert.All(ids, id => Assert.True(IsAlive(id)));

        tool.Signal(signal);
        Assert.Equal(code, (await tool.ExitAsync()).Code);
        Assert.All(ids, id => Assert.False(IsAlive(id), $"process {id} has survived"));
    }

    [Fact]
    public async Task A_taken_port_says_which_and_how_to_choose_another()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var tool = ToolProcess.Start("--port", port.ToString(CultureInfo.InvariantCulture));
        var (code, errors) = await tool.ExitAsync();

        Assert.Equal(1, code);
        Assert.Contains($"Port {port} is in use", errors, StringComparison.Ordinal);
        Assert.Contains("--port", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "There is no option '--prot'. Did you mean --port?", "--prot", "5")]
    [InlineData(1, "There is no option '--nonsense'. do-oauth-sandbox --help", "--nonsense")]
    [InlineData(1, "--client-name: the value is empty", "--client-name", "")]
    [InlineData(1, "--section: the value is empty", "--section", "")]
    [InlineData(1, "--section A=B: a section", "--section", "A=B")]
    [InlineData(1, "--client-id: the value is empty", "--client-id", " ")]
    [InlineData(1, "use --public", "--client-secret", "")]
    [InlineData(1, "'/callback' is not a redirect address", "--port", "0", "--redirect-uri", "/callback")]
    [InlineData(1, "--token: There is no scope 'droplet:reed'. Did you mean 'droplet:read'?", "--token", "droplet:reed")]
    [InlineData(1, "--latency soon: a duration is", "--latency", "soon")]
    [InlineData(1, "--rate-limit 5: a limit is", "--rate-limit", "5")]
    [InlineData(1, "'~200%' is not a number", "--fault", "status=503~200%")]
    [InlineData(1, "a port is a number", "--port", "99999")]
    [InlineData(1, "There is no fault 'nonsense'", "--fault", "nonsense")]
    [InlineData(1, "do-oauth-sandbox -- dotnet run", "--")]
    [InlineData(1, "dotnet", "dotnet", "run")]
    [InlineData(127, "'no-such-program' cannot be started", "--port", "0", "--", "no-such-program")]
    public async Task What_cannot_be_says_why(int expected, string why, params string[] arguments)
    {
        using var tool = ToolProcess.Start(arguments);
        var (code, errors) = await tool.ExitAsync();
        Assert.Equal(expected, code);
        Assert.Contains(why, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'), line => line.Trim().Length > 0);
    }

    [LinuxFact]
    public async Task A_token_works_at_once_and_the_last_lines_compare_its_scopes_with_the_requests()
    {
        using var tool = ToolProcess.Start(
            "--port", "0", "--token", "account:read image:read", "--",
            "sh", "-c", "for path in account droplets; do curl -s -o /dev/null -H \"Authorization: Bearer $DIGITALOCEAN_TOKEN\" $DigitalOcean__Authority/v2/$path; done; echo app $DIGITALOCEAN_ACCESS_TOKEN");
        Assert.Equal(tool.ReadAfter("  Token          "), tool.ReadAfter("app "));
        Assert.Equal("droplet:read", tool.ReadAfter("needed and not granted: "));
        Assert.Equal("image:read", tool.ReadAfter("granted and never used: "));
        Assert.Equal(0, (await tool.ExitAsync()).Code);
    }

    [LinuxTheory]
    [InlineData(false, new[] { "/v2/droplets 403" })]
    [InlineData(true, new[] { "/v2/account 200", "/v2/droplets 403" })]
    public async Task Each_request_is_one_line_if_verbose_and_without_it_those_that_went_wrong(bool verbose, string[] lines)
    {
        using var tool = ToolProcess.Start(
        [
            "--port", "0", "--token", "account:read", .. verbose ? ["--verbose"] : Array.Empty<string>(), "--",
            "sh", "-c", "curl -s -o /dev/null -H \"Authorization: Bearer $DIGITALOCEAN_TOKEN\" $DigitalOcean__Authority/v2/account; curl -s -o /dev/null -H \"Authorization: Bearer $DIGITALOCEAN_TOKEN\" $DigitalOcean__Authority/v2/droplets",
        ]);
        var (code, errors) = await tool.ExitAsync();
        Assert.Equal(0, code);
        Assert.Equal(lines, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(' ', line.Split(' ')[2..4])));
    }

    [LinuxFact]
    public async Task Latency_limits_and_redirect_addresses_come_from_the_command_line()
    {
        using var tool = ToolProcess.Start("--port", "0", "--latency", "50ms", "--rate-limit", "100/1", "--redirect-uri", "http://localhost:5000/callback", "--token", "--client-name", "\U0001F680 Rockets");
        var token = tool.ReadAfter("  Token          ");
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(tool.ReadAfter(Listening)) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var start = Stopwatch.GetTimestamp();
        using var first = await http.GetAsync(new Uri("/v2/account", UriKind.Relative));
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(45));
        using var second = await http.GetAsync(new Uri("/v2/account", UriKind.Relative));
        Assert.Equal([200, 429], [(int)first.StatusCode, (int)second.StatusCode]);

        var authorize = $"/v1/oauth/authorize?client_id={SandboxOptions.DefaultClientId}&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%3A";
        using var wrong = await http.GetAsync(new Uri(authorize + "5001%2Fcallback", UriKind.Relative));
        using var right = await http.GetAsync(new Uri(authorize + "5000%2Fcallback", UriKind.Relative));
        Assert.Equal([400, 200], [(int)wrong.StatusCode, (int)right.StatusCode]);
        Assert.Contains("\U0001F680 Rockets", WebUtility.HtmlDecode(await right.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    // A zombie has ended: only its parent has not heard of it yet.
    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            var line = File.ReadAllText($"/proc/{id}/stat");
            return line[line.LastIndexOf(')') + 2] != 'Z';
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            return false;
        }
    }
}
