using System.CommandLine.Parsing;
using System.Globalization;
using DoOAuth.Sandbox.Data;
using DoOAuth.Sandbox.Faults;

namespace DoOAuth.Sandbox.Tool;

/// <summary>Reads and checks the values of options. An error says which option, what is wrong, and what to write.</summary>
internal static class OptionValues
{
    /// <summary>Adds an error if the value is not a port.</summary>
    public static void CheckPort(OptionResult result)
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var port) && port is >= 0 and <= ushort.MaxValue))
        {
            result.AddError($"--port {token.Value}: a port is a number from 0 (any free port) to {ushort.MaxValue}.");
        }
    }

    /// <summary>Adds an error if the value is empty.</summary>
    public static void CheckText(OptionResult result, string help)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{result.Option.Name}: the value is empty. {help}");
        }
    }

    /// <summary>Adds an error if a value cannot be a section of the configuration, because it becomes the name of an environment variable.</summary>
    public static void CheckSection(OptionResult result)
    {
        CheckText(result, "Give the section that the app reads, such as DigitalOcean.");
        if (result.Tokens.FirstOrDefault(token => token.Value.AsSpan().ContainsAny('=', '\0', '\n')) is { } wrong)
        {
            result.AddError($"--section {wrong.Value}: a section of the configuration has no '=' and no line break, such as DigitalOcean or Admin:DigitalOcean.");
        }
    }

    /// <summary>Adds an error if a scope is unknown, with the nearest one.</summary>
    public static void CheckScopes(OptionResult result)
    {
        foreach (var complaint in result.Tokens.SelectMany(token => Scopes(token.Value)).Select(scope => UnknownScope.Complaint(CatalogFiles.Scopes, scope)).OfType<string>())
        {
            result.AddError($"{result.Option.Name}: {complaint}");
        }
    }

    /// <summary>Splits a list of scopes.</summary>
    public static string[] Scopes(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads a duration.</summary>
    public static TimeSpan ReadLatency(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (FaultText.ReadDuration(text) is { } latency)
        {
            return latency;
        }

        result.AddError($"--latency {text}: a duration is a number with ms, s or m, such as 200ms.");
        return default;
    }

    /// <summary>Reads a limit such as <c>5000/250</c>. Without a value, it is DigitalOcean's.</summary>
    public static SandboxRateLimit? ReadRateLimit(ArgumentResult result)
    {
        if (result.Tokens is not [var token])
        {
            return SandboxRateLimit.AtDigitalOcean;
        }

        if (token.Value.Split('/') is [var hour, var minute] && Number(hour) is { } perHour && Number(minute) is { } perMinute)
        {
            return new SandboxRateLimit(perHour, perMinute);
        }

        result.AddError($"--rate-limit {token.Value}: a limit is the number of requests an hour and a minute, such as 5000/250.");
        return null;
    }

    /// <summary>Reads faults.</summary>
    public static SandboxFault[]? ReadFaults(ArgumentResult result)
    {
        try
        {
            return [.. result.Tokens.Select(token => SandboxFault.Parse(token.Value))];
        }
        catch (FormatException exception)
        {
            result.AddError($"--fault: {exception.Message}");
            return null;
        }
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
