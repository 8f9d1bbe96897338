using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests.Commands;

/// <summary>Where a command is run that would take too long here, or would run these tests again.</summary>
/// <param name="Command">The command, as pages have it.</param>
/// <param name="File">What runs it, from the repository's root.</param>
/// <param name="Words">A text that this file then contains.</param>
internal sealed record Proof(string Command, string File, params string[] Words)
{
    public static IReadOnlyList<Proof> All { get; } =
    [
        new("dotnet eng/test.cs", ".ci/run", "dotnet eng/test.cs"),
        new("dotnet eng/test.cs --pictures", "tests/EndToEnd/PicturesForTheDocs.cs", "[Fact]", "DOOAUTH_PICTURES"),
        new("DOOAUTH_RENEW_GOLDEN=1 dotnet eng/test.cs --only Generator", "tests/Generator/Harness/GoldenFolder.cs", "\"DOOAUTH_RENEW_GOLDEN\""),
        new("dotnet eng/try.cs", "tests/Docs/TryTests.cs", "[Fact]", "\"eng/try.cs\""),
        new("dotnet eng/refresh-data.cs PATH-TO-OPENAPI.yaml", "tests/Data/Refreshing/CommandLineTests.cs", "[Fact]", "\"eng/refresh-data.cs\"", "OwnData.Description()"),
        new("dotnet eng/refresh-data.cs PATH-TO-OPENAPI.yaml --write", "tests/Data/Refreshing/OwnDataTests.cs", "[Fact]", "OwnData.Description()), \"--write\""),
        new("dotnet run -c Release --project tests/Benchmarks -- NAME", "tests/Docs/BenchmarkTests.cs", "[Fact]", "\"tests/Benchmarks\"", "\"sessions\""),
        new("dotnet eng/test.cs --no-install", ".github/workflows/ci.yml", "dotnet eng/test.cs --no-install"),
        new("dotnet pack pack.proj -c Release -o artifacts/packages -p:PackageVersion=0.1.0-local.1", "tests/Templates/Scaffolding/Packages.cs", "\"pack\", \"pack.proj\", \"-c\", \"Release\", \"-o\"", "-p:PackageVersion="),
        new("dotnet run --project sandbox/DoOAuth.Sandbox.Tool -- -- dotnet run --project samples/Identity", "tests/Samples/IdentityTests.cs", "[Fact]", "\"Identity\""),
        new("dotnet run --project sandbox/DoOAuth.Sandbox.Tool -- -- dotnet run --project samples/Mvc", "tests/Samples/MvcTests.cs", "[Fact]", "\"Mvc\""),
        new("dotnet run --project sandbox/DoOAuth.Sandbox.Tool -- -- dotnet run --project samples/OpenApi", "tests/Samples/OpenApiTests.cs", "[Fact]", "\"OpenApi\""),
        new("dotnet run --project sandbox/DoOAuth.Sandbox.Tool -- -- dotnet run --project samples/MinimalApi", "tests/Samples/SignInTests.cs", "[Fact]", "\"MinimalApi\""),
        new("dotnet run --project sandbox/DoOAuth.Sandbox.Tool -- -- dotnet run --project samples/SinglePage", "tests/Samples/SinglePageTests.cs", "[Fact]", "\"SinglePage\""),
        new("dotnet run --project sandbox/DoOAuth.Sandbox.Tool -- -- dotnet run --project samples/Yarp", "tests/Samples/YarpTests.cs", "[Fact]", "\"Yarp\""),
        new("dotnet run --project sandbox/DoOAuth.Sandbox.Tool -- -- dotnet run --project samples/Aspire", "tests/Samples/AspireTests.cs", "[Fact]", "samples/Aspire"),
        new("dotnet build sandbox/DoOAuth.Sandbox.Tool -c Release", "tests/Samples/Samples.Tests.csproj", "DoOAuth.Sandbox.Tool.csproj"),
        new("dotnet run -c Release --project samples/Aspire/AppHost", "tests/Samples/AspireTests.cs", "[Fact]", "--project samples/Aspire/AppHost"),
        new("dotnet run --project sandbox/DoOAuth.Sandbox.Tool -- -- dotnet run --project samples/ExistingApi", "tests/Samples/ExistingApiTests.cs", "[Fact]", "\"ExistingApi\""),
        new("dotnet run --project sandbox/DoOAuth.Sandbox.Tool -- -- dotnet run --project samples/LiveUpdates", "tests/Samples/LiveUpdatesTests.cs", "[Fact]", "\"LiveUpdates\""),
        new("dotnet run --project sandbox/DoOAuth.Sandbox.Tool -- -- dotnet run --project samples/Blazor", "tests/Samples/BlazorTests.cs", "[Fact]", "\"Blazor\""),
        new("dotnet run app.cs", "tests/Docs/FileBasedAppTests.cs", "[Fact]", "dotnet run app.cs"),
        new("dotnet run --project sandbox/DoOAuth.Sandbox.Tool -- --section DigitalOcean --section BackOffice -- dotnet run --project samples/TwoApplications", "tests/Samples/SignInTests.cs", "[Fact]", "\"TwoApplications\""),
        new("dotnet run", "tests/EndToEnd/RunningApp.cs", "Dotnet.Start(folder, \"run\")"),
        new("dotnet test \"tests/DoOAuthApp.1.Tests\"", "tests/Templates/AppSolution.cs", "\"test\", \"all.sln\""),
    ];

    /// <summary>What is missing where the proof says that the command is run; null if nothing is.</summary>
    public string? Gap()
    {
        var path = Path.Combine(AllPages.Root, File);
        if (!System.IO.File.Exists(path))
        {
            return $"There is no {File}.";
        }

        var text = System.IO.File.ReadAllText(path);
        return Words.FirstOrDefault(word => !text.Contains(word, StringComparison.Ordinal)) is { } missing ? $"{File} has no {missing} (any more)." : null;
    }
}
