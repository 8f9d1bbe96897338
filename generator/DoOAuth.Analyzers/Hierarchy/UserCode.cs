using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Hierarchy;

/// <summary>Distinguishes assemblies that users write from those of .NET, which know no type of theirs.</summary>
internal static class UserCode
{
    private static readonly string[] Framework = ["System", "Microsoft", "netstandard", "mscorlib"];

    /// <summary>Whether a symbol is declared outside of .NET.</summary>
    public static bool Includes(ISymbol symbol) => symbol.ContainingAssembly is { } assembly && IsIn(assembly);

    /// <summary>Whether an assembly is not one of .NET's. Asked for nearly every call in the code, so nothing is made for it.</summary>
    public static bool IsIn(IAssemblySymbol assembly)
    {
        var name = assembly.Name;
        foreach (var framework in Framework)
        {
            if (name.StartsWith(framework, StringComparison.Ordinal) && (name.Length == framework.Length || name[framework.Length] == '.'))
            {
                return false;
            }
        }

        return true;
    }
}
