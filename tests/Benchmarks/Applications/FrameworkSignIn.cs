using DoOAuth.Templates.Tests.Scaffolding;

namespace DoOAuth.Benchmarks.Applications;

/// <summary>The SDK's template with the sign-in that ASP.NET Core's documentation shows, doing what our template's app does.</summary>
internal static class FrameworkSignIn
{
    public static readonly string Program = Path.Combine(Repository.Root, "tests", "Benchmarks", "Applications", "Baseline", "Program.cs");
}
