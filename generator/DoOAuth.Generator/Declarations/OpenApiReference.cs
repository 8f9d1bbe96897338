using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator.Declarations;

/// <summary>Looks for Microsoft.AspNetCore.OpenApi among the project's references.</summary>
internal static class OpenApiReference
{
    /// <summary>
    /// Whether the project references the library whose API is emitted for: ASP.NET Core's of .NET 10, on
    /// Microsoft.OpenApi 2. Another major version may have changed it, and the project has to compile all the same.
    /// </summary>
    public static bool IsUsable(Compilation compilation, CancellationToken cancellation)
    {
        var (aspNetCore, openApi) = (0, 0);

        // By the libraries' names: looking for their types would go through every reference after each key press.
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
