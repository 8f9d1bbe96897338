using System.Text.Json;
using System.Text.RegularExpressions;

namespace DoOAuth.Templates.Tests.Scaffolding;

/// <summary>The build stage of an app's Dockerfile without a container: what it copies is copied, what it runs is run.</summary>
internal sealed partial class BuildStage(string app, string folder)
{
    private readonly string[] _lines = File.ReadAllLines(Path.Combine(app, "Dockerfile"));
    private readonly string[] _ignored = File.ReadAllLines(Path.Combine(app, ".dockerignore"));

    /// <summary>What stands for /source.</summary>
    public string Source => Path.Combine(folder, "source");

    /// <summary>What stands for /app, and is all that the image gets.</summary>
    public string Published => Path.Combine(folder, "app");

    /// <summary>The command that the image starts.</summary>
    public IReadOnlyList<string> EntryPoint => Words(_lines.Single(line => line.StartsWith("ENTRYPOINT ", StringComparison.Ordinal)));

    /// <summary>Runs the stage; returns what was printed.</summary>
    public async Task<string> RunAsync()
    {
        Directory.CreateDirectory(Source);
        var printed = "";
        var stage = _lines.SkipWhile(line => !line.StartsWith("FROM ", StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.StartsWith("FROM ", StringComparison.Ordinal));
        foreach (var line in stage)
        {
            switch (line.Split(' ')[0])
            {
                case "COPY" when line == "COPY . .":
                    Copy(Directory.GetFiles(app, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(app, file)).Where(file => !_ignored.Any(pattern => Ignores(pattern, file))));
                    break;
                case "COPY":
                    Copy(Words(line)[..^1]);
                    break;
                case "RUN":
                    var command = Argument().Matches(line["RUN dotnet ".Length..]).Select(argument => argument.Value.Trim('"'));
                    printed += await Dotnet.RunAsync(Source, [.. command.Select(argument => argument == "/app" ? Published : argument)]);
                    break;
            }
        }

        return printed;
    }

    private void Copy(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            var target = Path.Combine(Source, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(app, file), target, overwrite: true);
        }
    }

    private static string[] Words(string line) => JsonSerializer.Deserialize<string[]>(line[line.IndexOf('[', StringComparison.Ordinal)..])!;

    // As far as the templates' patterns go: a path from the top, or **/ and a name, perhaps with a star.
    private static bool Ignores(string pattern, string file) => pattern.StartsWith("**/", StringComparison.Ordinal)
        ? file.Split('/').Any(part => Regex.IsMatch(part, $"^{Regex.Escape(pattern[3..].TrimEnd('/')).Replace("\\*", ".*", StringComparison.Ordinal)}$"))
        : file == pattern || (pattern.EndsWith('/') && file.StartsWith(pattern, StringComparison.Ordinal));

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Argument();
}
