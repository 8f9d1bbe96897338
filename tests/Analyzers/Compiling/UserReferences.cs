using Microsoft.CodeAnalysis.Testing;

namespace DoOAuth.Analyzers.Tests.Compiling;

/// <summary>Gives a test the references of a user's project, from this machine's SDK instead of a package.</summary>
internal static class UserReferences
{
    /// <summary>Adds them to the test, and returns what makes it add no others.</summary>
    public static ReferenceAssemblies Of(SolutionState state)
    {
        state.AdditionalReferences.AddRange(TargetingPacks.References);
        return new ReferenceAssemblies("net10.0");
    }
}
