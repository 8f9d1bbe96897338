using System.CommandLine.Invocation;
using DoOAuth.Sandbox.Tool;

// Everything after -- is the app's command; the rest are the sandbox's options.
var split = Array.IndexOf(args, "--");
var own = split < 0 ? args : args[..split];
string[]? command = split < 0 ? null : args[(split + 1)..];

var parsed = SandboxCommand.Create(command).Parse(own);
if (parsed.Action is ParseErrorAction error)
{
    if (UnknownArgument.Explain(parsed) is { } explanation)
    {
        await Console.Error.WriteLineAsync(explanation);
        return 1;
    }

    // The error is enough to fix the command line; the whole help would push it off the screen.
    error.ShowHelp = false;
}

return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null });
