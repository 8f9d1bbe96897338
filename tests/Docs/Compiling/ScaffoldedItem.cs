using DoOAuth.Docs.Tests.Pages;

namespace DoOAuth.Docs.Tests.Compiling;

/// <summary>The file that <c>dotnet new do-oauth-app</c> adds to a project.</summary>
internal static class ScaffoldedItem
{
    private const string Source = "templates/do-oauth-app/DigitalOceanApp_FileName.cs";

    public static string Text(string name, string rootNamespace) => File.ReadAllText(Path.Combine(AllPages.Root, Source))
        .Replace("DigitalOceanApp_Namespace", rootNamespace, StringComparison.Ordinal)
        .Replace("DigitalOceanApp_TypeName", name, StringComparison.Ordinal)
        .Replace("DigitalOceanApp_MethodName", name, StringComparison.Ordinal);
}
