using DoOAuth.Catalog;

namespace DoOAuth.Generator.Analyzers.Declarations;

/// <summary>The extension methods that come into being for an annotated class, named as the generator names them.</summary>
internal static class EmittedNames
{
    /// <summary>The method that adds the application to the builder.</summary>
    public static string AddMethod(string className) => "Add" + Identifier.Capitalize(className);

    /// <summary>The method that maps its endpoints.</summary>
    public static string MapMethod(string className) => "Map" + Identifier.Capitalize(className);

    /// <summary>The guard for a scope.</summary>
    public static string Guard(string prefix, string scope) => $"Require{Identifier.PartOf(prefix)}{ScopeName.ToPascalCase(scope)}";
}
