using Microsoft.CodeAnalysis;

namespace DoOAuth.Generator.Declarations;

/// <summary>Looks for Microsoft.AspNetCore.OpenApi among the project's references.</summary>
internal static class OpenApiReference
{
    /// <summary>
    /// Whether the project references the library whose API is emitted for: ASP.NET Core's of .NET 10, on
    /// Microsoft.OpenApi 2. Another major version may have changed it, and the project has to compile all the same.
    /// </summary>
    public static bool IsUsable(Compilation compilation, CancellationToken cancellation) =>
        MajorVersionOf(compilation, KnownTypes.OpenApiOptions) == 10
        && MajorVersionOf(compilation, KnownTypes.OpenApiSecuritySchemeReference) == 2;

    private static int? MajorVersionOf(Compilation compilation, string type) =>
        compilation.GetTypeByMetadataName(type)?.ContainingAssembly.Identity.Version.Major;
}
