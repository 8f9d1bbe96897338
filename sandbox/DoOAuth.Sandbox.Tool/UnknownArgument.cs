using System.CommandLine;
using DoOAuth.Catalog;

namespace DoOAuth.Sandbox.Tool;

/// <summary>The error for an argument that is not an option, in one line.</summary>
internal static class UnknownArgument
{
    private const int Similar = 3;

    /// <summary>Returns the error for the first unknown argument, or null if there is none.</summary>
    public static string? Explain(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is not [var unknown, ..])
        {
            return null;
        }

        if (!unknown.StartsWith('-'))
        {
            return $"'{unknown}' is not an option. To start an app, write its command after --, for example: do-oauth-sandbox -- dotnet run";
        }

        var name = unknown.Split('=', ':')[0];
        var nearest = parsed.RootCommandResult.Command.Options
            .Select(option => (option.Name, Distance: Spelling.Distance(name, option.Name)))
            .Where(option => option.Distance <= Similar)
            .OrderBy(option => option.Distance)
            .Select(option => option.Name)
            .FirstOrDefault();
        return $"There is no option '{name}'. {(nearest is null ? "" : $"Did you mean {nearest}? ")}do-oauth-sandbox --help lists the options.";
    }
}
