using System.Collections.Immutable;
using DoOAuth.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DoOAuth.Analyzers.Tests.Compiling;

/// <summary>Every fix that there is.</summary>
internal static class FixProviders
{
    public static ImmutableArray<CodeFixProvider> All { get; } =
    [
        .. typeof(MakePartialFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];
}
