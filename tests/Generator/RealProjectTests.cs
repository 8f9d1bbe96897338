using System.Diagnostics;
using DoOAuth.Generator.Tests.Harness;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DoOAuth.Generator.Tests;

/// <summary>
/// Projects built by the SDK with everything on: all rules of analysis level latest-all, doc comments, AOT analysis, and
/// each warning an error. What is emitted has to pass, since its user cannot change it.
/// </summary>
public sealed class RealProjectTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("do-oauth-generator-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Two_strict_projects_build_without_a_warning()
    {
        Write("First/First.csproj", Project(""));
        Write("First/Shop.cs", """
            using System.Runtime.CompilerServices;
            using System.Threading;
            using System.Threading.Tasks;
            using DoOAuth;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Routing;
            using Microsoft.Extensions.Hosting;

            [assembly: InternalsVisibleTo("Second")]

            namespace Acme;

            /// <summary>For everybody.</summary>
            [DigitalOceanOAuth]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            [DigitalOceanScope(Scopes.Droplet.Create, Optional = true)]
            public static partial class Shop
            {
                private static Task<IResult?> OnSignedInAsync(DigitalOceanSignIn signIn, CancellationToken cancellationToken) =>
                    cancellationToken.IsCancellationRequested || signIn is null ? Task.FromResult<IResult?>(null) : Task.FromResult<IResult?>(Results.NoContent());
            }

            [DigitalOceanOAuth(
                LoginPath = "/office/login",
                CallbackPath = "/office/callback",
                LogoutPath = "/office/logout",
                DisconnectPath = "/office/disconnect",
                UserPath = "/office/me",
                GuardPrefix = "Office")]
            [DigitalOceanScope(Scopes.Droplet.Read)]
            internal static partial class Office;

            /// <summary>Uses what is emitted.</summary>
            public static class Program
            {
                /// <summary>Adds both.</summary>
                /// <param name="builder">The app's builder.</param>
                public static void Add(IHostApplicationBuilder builder)
                {
                    builder.AddShop();
                    builder.AddOffice();
                }

                /// <summary>Maps both.</summary>
                /// <param name="app">The app.</param>
                public static void Map(IEndpointRouteBuilder app)
                {
                    app.MapShop();
                    app.MapOffice();
                    app.MapGroup(Shop.Links.Login("/")).RequireDropletCreate().RequireOfficeDropletRead();
                }
            }
            """);
        Write("Second/Second.csproj", Project("""<ItemGroup><ProjectReference Include="../First/First.csproj" /></ItemGroup>"""));
        Write("Second/Images.cs", """
            using DoOAuth;
            using Microsoft.AspNetCore.Builder;

            namespace Acme;

            /// <summary>For pictures, in a project that sees the other one's internals.</summary>
            [DigitalOceanOAuth(ConfigurationSection = "Images")]
            [DigitalOceanScope(Scopes.Image.Read)]
            public static partial class Images
            {
                /// <summary>Guards with the scopes of both projects.</summary>
                /// <param name="endpoint">An endpoint.</param>
                public static void Guard(IEndpointConventionBuilder endpoint) =>
                    endpoint.RequireImageRead().RequireDropletRead().RequireOfficeDropletRead();
            }
            """);

        var (exitCode, output) = await Build("Second");

        Assert.True(exitCode == 0 && !output.Contains(": warning ", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task A_strict_project_does_fail_over_a_line_of_its_own()
    {
        Write("First/First.csproj", Project(""));
        Write("First/Bare.cs", """
            [DoOAuth.DigitalOceanOAuth]
            public static partial class Bare;
            """);

        var (exitCode, output) = await Build("First");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Bare.cs(2,29): error CS1591", output, StringComparison.Ordinal);
        Assert.DoesNotContain(".g.cs", output, StringComparison.Ordinal);
    }

    private static string Project(string more) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>disable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <IsAotCompatible>true</IsAotCompatible>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
          </PropertyGroup>
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <Reference Include="{typeof(DigitalOceanApplication).Assembly.Location}" />
            <Reference Include="{typeof(OpenApiOptions).Assembly.Location}" />
            <Reference Include="{typeof(OpenApiDocument).Assembly.Location}" />
            {string.Concat(AnalyzerFiles.All.Select(file => $"""<Analyzer Include="{file}" />"""))}
          </ItemGroup>
          {more}
        </Project>
        """;

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task<(int ExitCode, string Output)> Build(string project)
    {
        var root = Directory.GetParent(typeof(object).Assembly.Location)!.Parent!.Parent!.Parent!.FullName;
        var start = new ProcessStartInfo(Path.Combine(root, "dotnet"), ["build", "--nologo", "-v", "q", "-nodeReuse:false", "-p:UseSharedCompilation=false", project])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The build that runs this test says in its environment which MSBuild to be.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEndAsync();
        var error = build.StandardError.ReadToEndAsync();
        await build.WaitForExitAsync();
        return (build.ExitCode, await output + await error);
    }
}
