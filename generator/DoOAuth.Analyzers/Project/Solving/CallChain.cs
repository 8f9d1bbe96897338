using DoOAuth.Analyzers.Project.Summaries;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>The calls that reach a method with a builder, from the innermost outwards.</summary>
/// <param name="Pass">The call.</param>
/// <param name="Method">The method that runs, of those that the call can mean.</param>
/// <param name="Outer">The calls that reach the method with the call; null if the project does not call it.</param>
internal sealed record CallChain(BuilderCallSite Pass, CodeKey Method, CallChain? Outer)
{
    /// <summary>The innermost call of the method in a chain.</summary>
    public static CallChain? To(CodeKey method, CallChain? chain)
    {
        while (chain is not null && !chain.Method.Equals(method))
        {
            chain = chain.Outer;
        }

        return chain;
    }
}
