using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Templates.Tests;

/// <summary>An app of several projects that reference the packed package, in a build from the command line.</summary>
public sealed class SeveralProjectsTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    private const string Contracts = """
        namespace Acme.Contracts;

        public interface IDroplets
        {
            Task<string> ListAsync();

            Task<string> KindAsync(string kind);
        }
        """;

    private const string Core = """
        using Acme.Contracts;
        using DoOAuth;
        using Microsoft.Extensions.DependencyInjection;

        namespace Acme.Core;

        internal sealed class Droplets(DigitalOceanClient client) : IDroplets
        {
            public Task<string> ListAsync() => KindAsync("droplets");

            public Task<string> KindAsync(string kind) => client.GetStringAsync($"/v2/{kind}");
        }

        public static class Setup
        {
            public static IServiceCollection AddCore(this IServiceCollection services) => services.AddScoped<IDroplets, Droplets>();
        }
        """;

    private const string Web = """
        using Acme.Contracts;
        using Acme.Core;
        using DoOAuth;

        var builder = WebApplication.CreateBuilder(args);
        builder.AddDeck();
        builder.Services.AddCore();
        var app = builder.Build();
        app.MapDeck();
        app.MapGet("/open", (IDroplets droplets) => droplets.ListAsync());
        app.MapGet("/guarded", (IDroplets droplets) => droplets.ListAsync()).RequireDropletRead();
        app.MapGet("/images", (IDroplets droplets) => droplets.KindAsync("images"));
        app.Run();

        [DigitalOceanOAuth]
        [DigitalOceanScope(Scopes.Droplet.Read)]
        public static partial class Deck;
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_apps_build_reports_what_a_library_needs(bool webHasThePackage)
    {
        var folder = Directory.CreateDirectory(Path.Combine(hive.Apps, Path.GetRandomFileName())).FullName;
        var package = $"""<PackageReference Include="DoOAuth" Version="{await Packages.VersionAsync()}" />""";
        await ProjectAsync(folder, "Contracts", "Microsoft.NET.Sdk", "", Contracts);
        await ProjectAsync(folder, "Core", "Microsoft.NET.Sdk", $"""{package}<FrameworkReference Include="Microsoft.AspNetCore.App" /><ProjectReference Include="../Contracts/Contracts.csproj" />""", Core);
        await ProjectAsync(folder, "Web", "Microsoft.NET.Sdk.Web", $"""{(webHasThePackage ? package : "")}<ProjectReference Include="../Core/Core.csproj" />""", Web);

        var output = (await Assert.ThrowsAsync<InvalidOperationException>(() => Dotnet.RunAsync(folder, "build", "Web", "-v", "q", "--nologo"))).Message;

        Assert.Contains("Code.cs(10,5): warning DOO103: GET /open calls GET /v2/droplets through IDroplets.ListAsync → Droplets.KindAsync (in Core)", output, StringComparison.Ordinal);
        Assert.Contains("Code.cs(12,66): error DOO102: GET /v2/images needs the scope 'image:read'", output, StringComparison.Ordinal);
        Assert.DoesNotContain("/guarded", output, StringComparison.Ordinal);
    }

    private static async Task ProjectAsync(string folder, string name, string sdk, string items, string code)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(project, $"{name}.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(project, "Code.cs"), code);
    }
}
