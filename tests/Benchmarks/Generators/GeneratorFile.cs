using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Benchmarks.Generators;

/// <summary>Where a generator is.</summary>
/// <param name="Path">Its assembly. Its dependencies are in the same folder.</param>
/// <param name="Type">Its type.</param>
internal sealed record GeneratorFile(string Path, string Type)
{
    /// <summary>Loads it into this process.</summary>
    public ISourceGenerator Load() => In(Assembly.LoadFrom(Path));

    /// <summary>Makes it from its assembly.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no such generator.</exception>
    public ISourceGenerator In(Assembly assembly) => Activator.CreateInstance(assembly.GetType(Type, throwOnError: true)!) switch
    {
        IIncrementalGenerator incremental => incremental.AsSourceGenerator(),
        ISourceGenerator generator => generator,
        _ => throw new InvalidOperationException($"{Type} in {Path} is no generator."),
    };
}
