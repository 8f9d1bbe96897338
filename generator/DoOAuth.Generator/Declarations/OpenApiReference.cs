using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator.Declarations;

/// <summary>Looks for Microsoft.AspNetCore.OpenApi among the project's references.</summary>
internal static class OpenApiReference
{
    /// <summary>
    /// Whether the project references the library that the emitted code uses: that of ASP.NET Core in .NET 10, with
    /// Microsoft.OpenApi 2. Another major version may have another API, and the project must compile with it too.
    /// </summary>
    public static bool IsUsable(Compilation compilation)
    {
        var (aspNetCore, openApi) = (0, 0);

        // By the names of the libraries, because looking for types would search every reference after each key press.
        foreach (var assembly in compilation.ReferencedAssemblyNames)
        {
            switch (assembly.Name)
            {
                case "Microsoft.AspNetCore.OpenApi":
                    aspNetCore = assembly.Version.Major;
                    break;
                case "Microsoft.OpenApi":
                    openApi = assembly.Version.Major;
                    break;
            }
        }

        return aspNetCore == 10 && openApi == 2;
    }
}
