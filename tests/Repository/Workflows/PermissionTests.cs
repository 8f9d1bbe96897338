using YamlDotNet.RepresentationModel;

namespace DoOAuth.Repository.Tests.Workflows;

/// <summary>A job may do what it has to, and nothing else.</summary>
public sealed class PermissionTests
{
    /// <summary>Every permission to write, and the one job that needs it.</summary>
    private static readonly string[] Writing =
    [
        "codeql.yml analyze security-events",
        "release.yml announce contents",
        "release.yml pack attestations",
        "release.yml pack id-token",
        "release.yml publish id-token",
    ];

    [Fact]
    public void A_workflow_grants_nothing_to_jobs_that_ask_for_nothing() => Assert.All(
        Workflow.All,
        workflow => Assert.Empty(Assert.IsType<YamlMappingNode>(workflow.Permissions).Children));

    [Fact]
    public void Each_job_says_what_it_may_do() => Assert.All(
        Workflow.All.SelectMany(workflow => workflow.Jobs),
        job => Assert.NotEmpty(Assert.IsType<YamlMappingNode>(job.Value.Get("permissions")).Children));

    [Fact]
    public void Only_these_jobs_may_write()
    {
        var permissions = from workflow in Workflow.All
                          from job in workflow.Jobs
                          from permission in job.Value.Get("permissions").Entries()
                          let level = ((YamlScalarNode)permission.Value).Value
                          where level != "read"
                          select $"{workflow.Name} {job.Key} {permission.Key}";

        Assert.Equal(Writing, permissions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_job_ends_in_time() => Assert.All(
        Workflow.All.SelectMany(workflow => workflow.Jobs),
        job => Assert.InRange(int.Parse(job.Value.Text("timeout-minutes") ?? "0", System.Globalization.CultureInfo.InvariantCulture), 1, 60));

    [Fact]
    public void No_checkout_leaves_its_token_to_later_steps()
    {
        var checkouts = Workflow.All.SelectMany(workflow => workflow.Steps).Where(step => step.Text("uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true).ToList();

        Assert.NotEmpty(checkouts);
        Assert.All(checkouts, step => Assert.Equal("false", step.Get("with")!.Text("persist-credentials")));
    }

    [Fact]
    public void No_workflow_has_a_secret() => Assert.All(
        Workflow.All,
        workflow => Assert.DoesNotContain("secrets.", Clone.Text(workflow.Path), StringComparison.Ordinal));

    // What an expression gives becomes part of the script; an environment variable does not.
    [Fact]
    public void No_expression_stands_in_a_command() => Assert.All(
        Workflow.All.SelectMany(workflow => workflow.Commands),
        command => Assert.DoesNotContain("${{", command, StringComparison.Ordinal));

    [Fact]
    public void Packages_are_published_from_a_protected_environment() =>
        Assert.Equal("nuget", Workflow.Named("release.yml").Jobs.Single(job => job.Key == "publish").Value.Text("environment"));
}
