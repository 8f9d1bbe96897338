using System.CommandLine;

namespace DoOAuth.Sandbox.Tool;

/// <summary>The command line of <c>do-oauth-sandbox</c>.</summary>
internal static class SandboxCommand
{
    /// <summary>The command.</summary>
    /// <param name="appCommand">The arguments after <c>--</c>, or null if there is no <c>--</c>.</param>
    public static RootCommand Create(IReadOnlyList<string>? appCommand)
    {
        var options = new SandboxCommandOptions();
        var command = new RootCommand("A local replacement for DigitalOcean: OAuth server, consent page and API. With a command after -- (do-oauth-sandbox -- dotnet run), it starts that app configured to use the sandbox, and stops when the app stops.");
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (appCommand is { Count: 0 })
            {
                result.AddError("There is no command after --. Add one, for example: do-oauth-sandbox -- dotnet run");
            }
        });
        command.SetAction((parsed, cancellationToken) => SandboxRun.RunAsync(options.Read(parsed, appCommand), cancellationToken));
        return command;
    }
}
