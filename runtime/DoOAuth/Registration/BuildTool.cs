using System.Reflection;

namespace DoOAuth;

/// <summary>
/// The tool of Microsoft.Extensions.ApiDescription.Server, which starts the app during the build to describe its endpoints. The environment is
/// Production, so user secrets are not read, and nobody signs in. It can be detected by its entry assembly (ASP.NET Core's documentation, "Customize
/// run-time behavior during build-time document generation").
/// </summary>
internal static class BuildTool
{
    public static bool IsRunning { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";
}
