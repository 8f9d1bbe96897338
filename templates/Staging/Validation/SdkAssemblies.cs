using System.Reflection;
using System.Runtime.Loader;

namespace DoOAuth.Templates.Staging.Validation;

/// <summary>The assemblies of the template engine that <c>dotnet new</c> itself uses. They are loaded from the SDK.</summary>
internal static class SdkAssemblies
{
    private static readonly string Folder = typeof(SdkAssemblies).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "SdkFolder").Value!;

    /// <summary>Has to be called before a method that uses the engine is.</summary>
    public static void LetThemBeFound() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
        Path.Combine(Folder, name.Name + ".dll") is var file && File.Exists(file)
            ? context.LoadFromAssemblyPath(file)
            : null;
}
