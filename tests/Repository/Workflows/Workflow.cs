using YamlDotNet.RepresentationModel;

namespace DoOAuth.Repository.Tests.Workflows;

/// <summary>A workflow under <c>.github/workflows</c>.</summary>
internal sealed class Workflow
{
    private readonly YamlMappingNode _root;

    private Workflow(string name)
    {
        Name = name;
        Path = $".github/workflows/{name}";
        _root = Yaml.Read(Path);
    }

    public static IReadOnlyList<Workflow> All { get; } =
        [.. Directory.GetFiles(System.IO.Path.Combine(Clone.Root, ".github", "workflows")).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal).Select(name => new Workflow(name!))];

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The file, from the repository's root.</summary>
    public string Path { get; }

    /// <summary>The permissions of jobs that do not set their own.</summary>
    public YamlNode? Permissions => _root.Get("permissions");

    public IReadOnlyList<(string Key, YamlNode Value)> Jobs => [.. _root.Get("jobs").Entries()];

    public IEnumerable<YamlNode> Steps => Jobs.SelectMany(job => StepsOf(job.Value));

    /// <summary>Every command of its steps, one a line.</summary>
    public IEnumerable<string> Commands => Steps.Select(step => step.Text("run")).OfType<string>().SelectMany(Lines);

    public static Workflow Named(string name) => All.Single(workflow => workflow.Name == name);

    public static IEnumerable<YamlNode> StepsOf(YamlNode job) => job.Get("steps").Elements();

    public override string ToString() => Path;

    private static IEnumerable<string> Lines(string script) => script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
