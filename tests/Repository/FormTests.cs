namespace DoOAuth.Repository.Tests;

/// <summary>The forge drops a form that it cannot read, without a message to the person who wants to report a fault.</summary>
public sealed class FormTests
{
    private static readonly string[] Elements = ["checkboxes", "dropdown", "input", "markdown", "textarea"];

    public static TheoryData<string> Forms => [.. Directory.GetFiles(Path.Combine(Clone.Root, ".github", "ISSUE_TEMPLATE")).Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_issue_form_can_be_read(string file)
    {
        var form = Yaml.Read($".github/ISSUE_TEMPLATE/{file}");
        var body = form.Get("body").Elements().ToList();
        var fields = body.Where(element => element.Text("type") != "markdown").ToList();

        Assert.NotNull(form.Text("name"));
        Assert.NotNull(form.Text("description"));
        Assert.All(body, element => Assert.Contains(element.Text("type"), Elements));
        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.False(string.IsNullOrEmpty(field.Get("attributes")!.Text("label"))));
        Assert.Equal(fields.Count, fields.Select(field => field.Text("id")).OfType<string>().Distinct().Count());
        Assert.All(fields.Where(field => field.Text("type") == "dropdown"), field => Assert.NotEmpty(field.Get("attributes")!.Get("options").Elements()));
    }

    [Fact]
    public void Dependabot_updates_packages_and_actions()
    {
        var dependabot = Yaml.Read(".github/dependabot.yml");
        var updates = dependabot.Get("updates").Elements().ToList();

        Assert.Equal("2", dependabot.Text("version"));
        Assert.Equal(["nuget", "github-actions"], updates.Select(update => update.Text("package-ecosystem")));
        Assert.All(updates, update => Assert.Equal("/", update.Text("directory")));
        var packages = Clone.Text("Directory.Packages.props");
        Assert.All(updates[0].Get("ignore").Elements(), ignored => Assert.Contains($"Include=\"{ignored.Text("dependency-name")}\"", packages, StringComparison.Ordinal));
    }
}
