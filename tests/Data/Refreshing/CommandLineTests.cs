using System.Diagnostics;

namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>The command line of the command.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--write")]
    [InlineData("--wirte", "x.yaml")]
    [InlineData("x.yaml", "y.yaml")]
    [InlineData("x.yaml", "--as-of")]
    [InlineData("x.yaml", "--as-of", "31.12.2026")]
    [InlineData("x.yaml", "--as-of", "2026-02-29")]
    public void A_wrong_command_line_shows_the_usage(params string[] arguments)
    {
        Assert.Equal(2, _data.Run(arguments));
        Assert.Contains("dotnet eng/refresh-data.cs PATH-TO-OPENAPI", _data.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_description_is_named()
    {
        Assert.Equal(1, _data.Run(Path.Combine(_data.Folder, "absent.yaml")));
        Assert.Contains("absent.yaml", _data.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_documented_command_runs()
    {
        var (exitCode, output, error) = await RunAsync("help");
        Assert.Equal("", error);
        Assert.Contains("dotnet eng/refresh-data.cs PATH-TO-OPENAPI [--write] [--as-of DATE]", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    // On the repository's own data, as a process.
    [Fact]
    public async Task The_command_returns_its_exit_code()
    {
        var (exitCode, output, error) = await RunAsync(_data.Save(OwnData.Description()));
        Assert.Equal("", error);
        Assert.EndsWith("The data is up to date.\n", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);

        (exitCode, output, _) = await RunAsync(
            _data.Save(OwnData.Description(line => line.Replace("account_get", "account_show", StringComparison.Ordinal))), "--as-of", DataFolder.ApiDate.Trim(), "--remove-names");
        Assert.Contains("\taccount_show\t", output, StringComparison.Ordinal);
        Assert.Equal(3, exitCode);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["eng/refresh-data.cs", .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(DataFolder.Path),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), await error);
    }
}
