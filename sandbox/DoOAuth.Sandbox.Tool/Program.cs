using DoOAuth.Sandbox.Tool;

// What stands after -- is the app's command, whatever it looks like; the rest is the sandbox's.
var split = Array.IndexOf(args, "--");
var own = split < 0 ? args : args[..split];
string[]? command = split < 0 ? null : args[(split + 1)..];

return await SandboxCommand.Create(command).Parse(own).InvokeAsync(new() { ProcessTerminationTimeout = null });
