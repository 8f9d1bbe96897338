using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Hierarchy;

/// <summary>Compares namespaces by their full names.</summary>
internal static class Namespaces
{
    /// <summary>Whether a symbol is in a namespace with this name. Asked for every call in the code, so nothing is made for it.</summary>
    public static bool IsIn(ISymbol? symbol, string space)
    {
        var end = space.Length;
        for (var current = symbol?.ContainingNamespace; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            var start = end - current.Name.Length;
            if (start < 0 || (start > 0 && space[start - 1] != '.') || string.CompareOrdinal(space, start, current.Name, 0, current.Name.Length) != 0)
            {
                return false;
            }

            end = start - 1;
        }

        return end == -1;
    }
}
