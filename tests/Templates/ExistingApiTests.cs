using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests;

/// <summary><c>dotnet new do-oauth-app</c>, in an API that is there already.</summary>
public sealed class ExistingApiTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    [Fact]
    public async Task The_class_and_the_two_printed_lines_are_all_that_an_api_needs()
    {
        var api = await ApiAsync("shop-api");

        var printed = await hive.NewAsync(api, "do-oauth-app", "-n", "DropletDeck");

        Assert.Contains("namespace shop_api;", await File.ReadAllTextAsync(Path.Combine(api, "DropletDeck.cs")), StringComparison.Ordinal);
        await AddPrintedLinesAsync(api, "shop_api", printed, "builder.AddDropletDeck();", "app.MapDropletDeck();");
        await Dotnet.RunAsync(api, "build", "-warnaserror", "-v", "q", "--nologo");
    }

    [Fact]
    public async Task Both_items_compile_where_there_are_no_implicit_usings_and_versions_are_central()
    {
        var api = await ApiAsync("plain");
        var project = Path.Combine(api, "plain.csproj");
        var text = await File.ReadAllTextAsync(project);
        Assert.Contains("<ImplicitUsings>enable</ImplicitUsings>", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(project, text.Replace("<ImplicitUsings>enable</ImplicitUsings>", "<RootNamespace>Acme.Plain</RootNamespace>", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(api, "Directory.Packages.props"),
            "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>");
        await Dotnet.RunAsync(api, "restore");

        await hive.NewAsync(api, "do-oauth-app", "-n", "Reef");
        await hive.NewAsync(api, "do-oauth-endpoint", "--operation", "droplets_list");
        await hive.NewAsync(api, "do-oauth-endpoint", "--operation", "droplets_create");
        await hive.NewAsync(api, "do-oauth-endpoint", "--operation", "droplets_destroy");
        var declaration = Path.Combine(api, "Reef.cs");
        await File.WriteAllTextAsync(declaration, (await File.ReadAllTextAsync(declaration)).Replace("[DigitalOceanOAuth]",
            "[DigitalOceanOAuth, DigitalOceanScope(Scopes.Droplet.Read), DigitalOceanScope(Scopes.Droplet.Create), DigitalOceanScope(Scopes.Droplet.Delete)]", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(api, "Program.cs"), """
            using Acme.Plain;
            using Microsoft.AspNetCore.Builder;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddReef();
            var app = builder.Build();
            app.MapReef();
            app.MapDropletsList();
            app.MapDropletsCreate();
            app.MapDropletsDestroy();
            app.Run();
            """);

        await Dotnet.RunAsync(api, "build", "-warnaserror", "-v", "q", "--nologo");
    }

    [Fact]
    public async Task Without_a_name_the_class_is_named_after_the_project()
    {
        var api = await ApiAsync("back-office");

        var printed = await hive.NewAsync(api, "do-oauth-app");

        Assert.Contains("public static partial class BackOfficeDeck;", await File.ReadAllTextAsync(Path.Combine(api, "BackOfficeDeck.cs")), StringComparison.Ordinal);
        await AddPrintedLinesAsync(api, "back_office", printed, "builder.AddBackOfficeDeck();", "app.MapBackOfficeDeck();");
        await Dotnet.RunAsync(api, "build", "-warnaserror", "-v", "q", "--nologo");
    }

    [Theory]
    [InlineData("class", "public static partial class @class;")]
    [InlineData("my-cloud", "public static partial class my_cloud;")]
    public async Task A_name_that_is_no_identifier_becomes_one(string name, string declaration)
    {
        var api = await ApiAsync($"api-{name}");

        await hive.NewAsync(api, "do-oauth-app", "-n", name);

        Assert.Contains(declaration, await File.ReadAllTextAsync(Path.Combine(api, $"{name}.cs")), StringComparison.Ordinal);
    }

    // A type or a namespace of the app hides the constants of DoOAuth.
    [Fact]
    public async Task An_app_with_a_type_and_a_namespace_called_Scopes_gets_the_class()
    {
        var api = await ApiAsync("Catalog");
        await File.WriteAllTextAsync(Path.Combine(api, "Scopes.cs"), "namespace Catalog.Scopes { public sealed class Scopes; }");

        var printed = await hive.NewAsync(api, "do-oauth-app", "-n", "Reef");

        await AddPrintedLinesAsync(api, "Catalog", printed, "builder.AddReef();", "app.MapReef();");
        await Dotnet.RunAsync(api, "build", "-warnaserror", "-v", "q", "--nologo");
    }

    [Fact]
    public async Task A_project_with_the_name_of_the_package_is_told_so_and_gets_no_file()
    {
        var api = await ApiAsync("dooauth");
        var project = await File.ReadAllTextAsync(Path.Combine(api, "dooauth.csproj"));

        var printed = await hive.NewAsync(api, "do-oauth-app");

        Assert.Contains("Nothing was added: the project has the name of the package dooauth", printed, StringComparison.Ordinal);
        Assert.Contains("<AssemblyName>dooauth.App</AssemblyName>", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("using dooauth;", printed, StringComparison.Ordinal);
        Assert.Equal(["Program.cs"], Directory.GetFiles(api, "*.cs").Select(Path.GetFileName));
        Assert.Equal(project, await File.ReadAllTextAsync(Path.Combine(api, "dooauth.csproj")));
    }

    private async Task<string> ApiAsync(string name)
    {
        // Restored, as an API that somebody works on is: only then does `dotnet new` know its root namespace.
        await hive.NewAsync(hive.Apps, "web", "-n", name);
        return Path.Combine(hive.Apps, name);
    }

    private static async Task AddPrintedLinesAsync(string api, string @namespace, string printed, string add, string map)
    {
        Assert.Contains($"using {@namespace};", printed, StringComparison.Ordinal);
        Assert.Contains(add, printed, StringComparison.Ordinal);
        Assert.Contains(map, printed, StringComparison.Ordinal);
        var program = Path.Combine(api, "Program.cs");
        var source = await File.ReadAllTextAsync(program);
        await File.WriteAllTextAsync(program, $"using {@namespace};\n" + source
            .Replace("var app = ", $"{add}\nvar app = ", StringComparison.Ordinal)
            .Replace("app.Run();", $"{map}\napp.Run();", StringComparison.Ordinal));
    }
}
