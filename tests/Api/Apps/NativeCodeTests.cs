using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Api.Tests.Apps;

/// <summary>The package as native code.</summary>
public sealed class NativeCodeTests
{
    private const string Program = """
        using System.Text.Json;
        using DoOAuth.Api.Models;

        Console.WriteLine(new Droplet { Id = 7, Name = "web" });
        """;

    [LongFact]
    public async Task The_whole_package_is_published_without_a_warning()
    {
        var folder = Directory.CreateTempSubdirectory("do-oauth-api-native-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Program);
            await File.WriteAllTextAsync(Path.Combine(folder, "Native.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <OutputType>Exe</OutputType>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <PublishAot>true</PublishAot>
                    <TrimmerSingleWarn>false</TrimmerSingleWarn>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="{Path.Combine(ApiTypes.Root, "runtime", "DoOAuth.Api", "DoOAuth.Api.csproj")}" />
                    <TrimmerRootAssembly Include="DoOAuth.Api" />
                  </ItemGroup>
                </Project>
                """);

            var output = await Dotnet.RunAsync(folder, "publish", "-c", "Release", "--use-current-runtime", "-o", "published", "-p:RunAnalyzers=false", "--nologo");

            Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder, "published", OperatingSystem.IsWindows() ? "Native.exe" : "Native")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
