using DoOAuth.Catalog;
using DoOAuth.Templates.Staging;
using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests.Linting;

/// <summary>What is filled into the templates while they are packed.</summary>
public sealed class StagingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dooauth-staging-").FullName;

    private static ScopeCatalog Scopes { get; } = ScopeCatalog.Parse(File.ReadAllText(Path.Combine(Repository.Root, "data", "scopes.tsv")));

    private static OperationCatalog Operations { get; } = OperationCatalog.Parse(File.ReadAllText(Path.Combine(Repository.Root, "data", "operations.tsv")), Scopes);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_fault_fails_the_program_that_packing_runs()
    {
        var source = Path.Combine(_folder, "source");
        Directory.CreateDirectory(Path.Combine(source, "sample", ".template.config"));
        File.WriteAllText(Path.Combine(source, "sample", ".template.config", "template.json"), """{ "symbols": { "a": { "type": "computed", "value": "(b)", "replaces": "x" } } }""");
        File.WriteAllText(Path.Combine(source, "sample", "file.cs"), "x DOOAUTH_PACKAGE_VERSION\n");

        var faults = TemplateStage.Fill(new StagingOptions(source, Path.Combine(_folder, "target"), "1.2.3", Repository.Root, ""));

        Assert.Equal("sample/.template.config/template.json(1): error DOOTPL001: The condition '(b)' names 'b', which is not a symbol of the template: so it is always false.", Assert.Single(faults).ToString());
        Assert.Equal("x 1.2.3\n", File.ReadAllText(Path.Combine(_folder, "target", "sample", "file.cs")));
    }

    [Fact]
    public void A_package_without_a_central_version_is_named()
    {
        var tokens = new TokenValues("1.2.3", Path.Combine(Repository.Root, "Directory.Packages.props"), Scopes, "");

        Assert.Equal("2.9.3", tokens.FillIn("DOOAUTH_VERSION_OF(xunit)"));
        var fault = Assert.Throws<InvalidDataException>(() => tokens.FillIn("DOOAUTH_VERSION_OF(Acme.Nothing)"));
        Assert.Contains("Acme.Nothing. Add a PackageVersion", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Before.\n\nAfter.\n")]
    [InlineData("https://example.com/owner/name", "Before.\n\nSee https://example.com/owner/name.\n\nAfter.\n")]
    public void A_paragraph_with_the_repositorys_address_is_there_only_if_it_has_one(string address, string expected)
    {
        var tokens = new TokenValues("1.2.3", Path.Combine(Repository.Root, "Directory.Packages.props"), Scopes, address);

        Assert.Equal(expected, tokens.FillIn("Before.\n\nSee DOOAUTH_REPOSITORY_ADDRESS.\n\nAfter.\n"));
    }

    [Fact]
    public void Every_granular_scope_is_offered_and_declared_once()
    {
        var offered = ScopeSymbols.Offered(Scopes).ToList();
        var lines = ScopeSymbols.Declarations(Scopes).Split('\n').Where(line => line.StartsWith("[DigitalOceanScope(", StringComparison.Ordinal)).ToList();

        Assert.Equal(Scopes.Current.Select(scope => scope.Name).Except(["read", "write", "api:read", "api:write"]), offered);
        Assert.Equal(offered.Count, lines.Distinct(StringComparer.Ordinal).Count());
        Assert.All(offered, scope => Assert.Single(lines, line => line.StartsWith($"[DigitalOceanScope({ScopeConstant.Of(scope)}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("en", "droplet:create", "Create Droplets")]
    [InlineData("de", "droplet:create", "Anlegen: Droplets")]
    [InlineData("es", "droplet:create", "Crear: Droplets")]
    [InlineData("es", "billing:read", "Ver: Billing")]
    [InlineData("de", "acme:launch", "Launch: acmes")]
    public void Scopes_have_words_in_each_language(string language, string scope, string words) => Assert.Equal(words, ScopeText.In(language, scope));

    [Fact]
    public void Every_action_has_words_in_German_and_Spanish() => Assert.All(ScopeSymbols.Offered(Scopes), scope =>
        Assert.All(["de", "es"], language => Assert.NotEqual(ScopeText.InEnglish(scope), ScopeText.In(language, scope))));

    [Theory]
    [InlineData("droplets_list", "Get", ".RequireDropletRead()")]
    [InlineData("oneClicks_list", "Get", ".RequireAuthorization()")]
    [InlineData("oneClicks_install_kubernetes", "Post", ".RequireKubernetesUpdate() | .RequireAddonCreate()")]
    public void An_operation_becomes_code(string id, string method, string guards)
    {
        var operation = new OperationText(Operations.Entries.Single(operation => operation.OperationId == id));

        Assert.Equal((method, guards), (operation.Method, operation.Guards));
    }

    [Fact]
    public void Every_operation_is_offered_but_those_that_digitalocean_advises_against()
    {
        var offered = OperationSymbols.Offered(Operations).ToList();

        Assert.Equal(Operations.Entries.Count - Operations.Entries.Count(operation => operation.IsDeprecated), offered.Count);
        Assert.Equal(offered.Count, offered.Select(operation => new OperationText(operation).Name).Distinct(StringComparer.Ordinal).Count());
    }
}
