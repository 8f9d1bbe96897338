using System.Globalization;

namespace DoOAuth.Catalog.Names;

/// <summary>The names of the extension methods that the generator emits for an annotated class.</summary>
internal static class EmittedNames
{
    /// <summary>The method that adds the application to the builder.</summary>
    public static string AddMethod(string className) => "Add" + Identifier.Capitalize(className);

    /// <summary>The method that maps its endpoints.</summary>
    public static string MapMethod(string className) => "Map" + Identifier.Capitalize(className);

    /// <summary>The guard for a scope.</summary>
    public static string Guard(string prefix, string scope) => $"Require{Identifier.PartOf(prefix)}{ScopeName.ToPascalCase(scope)}";

    /// <summary>The class with the extension methods, before it is numbered.</summary>
    /// <param name="types">Names of the types around the annotated class, outermost first, and its own.</param>
    public static string ExtensionClass(IEnumerable<string> types) => string.Concat(types) + "Extensions";

    /// <summary>A name that may already be used, with a number starting from 1.</summary>
    public static string Numbered(string name, int number) => number == 1 ? name : name + number.ToString(CultureInfo.InvariantCulture);
}
