using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests.Commands;

/// <summary>A section of a page, done as it says: its commands are run, its code is pasted.</summary>
/// <param name="Path">The page.</param>
/// <param name="Heading">The section's heading.</param>
internal sealed record Walkthrough(string Path, string Heading)
{
    public static readonly Walkthrough NewApp = new("README.md", "A new app") { LeftToOthers = ["dotnet run"] };
    public static readonly Walkthrough NewAppFromPackage = new("templates/README.md", "DoOAuth.Templates") { LeftToOthers = ["dotnet run"] };
    public static readonly Walkthrough NewAppWithDigitalOcean = new("templates/do-oauth/README.md", "Run it with DigitalOcean");
    public static readonly Walkthrough Item = new("README.md", "An item added to an existing API");
    public static readonly Walkthrough ByHand = new("README.md", "By hand");
    public static readonly Walkthrough FromClone = new("README.md", "From a clone") { LeftToOthers = ["dotnet pack pack.proj -c Release -o artifacts/packages -p:PackageVersion=0.1.0-local.1"] };
    public static readonly Walkthrough ExistingApiClass = new("docs/existing-api.md", "Add the class");
    public static readonly Walkthrough ExistingApiEndpoint = new("docs/existing-api.md", "Add an endpoint");
    public static readonly Walkthrough ExistingApiRun = new("docs/existing-api.md", "Run it");
    public static readonly Walkthrough Package = new("runtime/DoOAuth/README.md", "DoOAuth");
    public static readonly Walkthrough Redis = new("docs/several-machines.md", "Set up Redis");
    public static readonly Walkthrough SandboxTool = new("sandbox/DoOAuth.Sandbox.Tool/README.md", "do-oauth-sandbox");

    /// <summary>Those that <see cref="WalkthroughTests"/> does.</summary>
    public static IReadOnlyList<Walkthrough> All { get; } = [NewApp, NewAppFromPackage, NewAppWithDigitalOcean, Item, ByHand, FromClone, ExistingApiClass, ExistingApiEndpoint, ExistingApiRun, Package, Redis, SandboxTool];

    /// <summary>Commands of the section that are not run here; <see cref="Proof"/> says where.</summary>
    public IReadOnlyList<string> LeftToOthers { get; init; } = [];

    /// <summary>The commands that are run here, in the page's order.</summary>
    public IReadOnlyList<string> Commands =>
        [.. PageCommand.All.Where(Covers).Select(command => command.Text)];

    public bool Covers(PageCommand command) => command.Block.Page.Path == Path && command.Block.Heading == Heading && !LeftToOthers.Contains(command.Text);

    /// <summary>The section's block of C#.</summary>
    public string Code => Assert.Single(AllPages.Find(Path).Blocks, block => block.Heading == Heading && block.Language == "csharp").Text;

    public override string ToString() => $"{Path}, {Heading}";
}
