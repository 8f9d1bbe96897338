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
        Assert.Equal((143, ""), await tool.ExitAsync());
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
    [InlineData(1, "--prot", "--prot", "5")]
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
