using DoOAuth.Analyzers.Project.Summaries;

namespace DoOAuth.Analyzers.Project.Solving;

/// <summary>Finds what a guard is for that a method puts on with a scope that it is given.</summary>
internal static class GivenGuards
{
    /// <summary>The guard itself, or one for each scope that the calls pass.</summary>
    /// <param name="guard">The guard.</param>
    /// <param name="chain">The calls that reach the method.</param>
    public static IEnumerable<Guard> Of(Guard guard, CallChain? chain)
    {
        if (guard is { Kind: GuardKind.Filter } && chain is { Pass.Scopes.Length: > 0 })
        {
            return [guard with { Arguments = string.Join(";", chain.Pass.Scopes.Split(';').Select(given => "$" + given).Prepend(guard.Arguments).Where(given => given.Length > 0)) }];
        }

        if (guard.Parameter is not { } parameter)
        {
            return [guard];
        }

        var call = CallChain.To(parameter.Method, chain);
        var scopes = Given(call, parameter.Ordinal);
        while (scopes?.StartsWith("$", StringComparison.Ordinal) is true)
        {
            call = call!.Outer;
            scopes = int.TryParse(scopes.Substring(1), out var ordinal) ? Given(call, ordinal) : null;
        }

        return scopes is null ? [guard with { Parameter = null }] : scopes.Split('+').Select(scope => new Guard(GuardKind.Scope, scope, guard.Application));
    }

    private static string? Given(CallChain? call, int ordinal) => call?.Pass.Scopes.Split(';')
        .Where(given => given.StartsWith(ordinal + "=", StringComparison.Ordinal))
        .Select(given => given.Substring(given.IndexOf('=') + 1))
        .FirstOrDefault();
}
