using System.Reflection;
using System.Runtime.Loader;

namespace DoOAuth.Benchmarks.FirstRun;

/// <summary>Assemblies of one folder, over those that another context has, as the compiler loads itself and its analyzers.</summary>
/// <param name="folder">The folder.</param>
/// <param name="under">The context that is asked first.</param>
/// <param name="own">Beginning of the names that are never asked for there.</param>
internal sealed class FolderContext(string folder, AssemblyLoadContext under, string? own = null) : AssemblyLoadContext
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (own is null || !assemblyName.Name!.StartsWith(own, StringComparison.Ordinal))
        {
            try
            {
                return under.LoadFromAssemblyName(assemblyName);
            }
            catch (FileNotFoundException)
            {
                // It is this folder's own. Roslyn's loader learns it in the same way, and at the same cost.
            }
        }

        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
