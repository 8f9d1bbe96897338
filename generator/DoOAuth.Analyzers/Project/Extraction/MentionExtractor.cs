using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.ScopeUses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the scopes that code names, and where it takes the token itself.</summary>
internal sealed class MentionExtractor(ProjectSummary summary, GuardReader guards, Lazy<ApplicationSet> applications)
{
    private static readonly Guard Unreadable = new(GuardKind.Unreadable);

    public void Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "HasScope" or "HasClaim" or "Contains" when ScopeAnswers.ScopeAskedFor(call) is { } scope:
                Mention(scope, null);
                return;
            case "HasClaim" or "Any" when PolicyReader.AsksClaims(call) is { } asked:
                foreach (var condition in asked)
                {
                    summary.Mentions.Enqueue(condition.Scope is { } scope ? new Guard(GuardKind.Scope, scope) : Unreadable);
                }

                return;
            case "RequireClaim" when PolicyReader.MayBeScopes(call):
                foreach (var value in PolicyReader.ValuesOf(call))
                {
                    Mention(value, null);
                }

                return;
            case "Login":
                Login(call);
                return;
            case "GetTokenAsync" or "GetTokenValue" or "GetTokens":
                summary.Mentions.Enqueue(Unreadable);
                return;
        }

        if (method.ContainingNamespace is { Name: "DependencyInjection" or "Extensions" })
        {
            foreach (var service in method.TypeArguments.Concat(call.Arguments.Select(argument => argument.Value).OfType<ITypeOfOperation>().Select(type => type.TypeOperand)))
            {
                summary.Services.TryAdd(service.OriginalDefinition, true);
            }
        }

        if (GuardReader.MayGuard(method.Name))
        {
            foreach (var guard in guards.Of(call))
            {
                summary.Mentions.Enqueue(guard);
            }
        }
    }

    /// <summary>A guard that is used as a delegate.</summary>
    public void Reference(IMethodReferenceOperation reference)
    {
        if (GuardReader.MayGuard(reference.Method.Name) && applications.Value.IsGuard(reference.Method, out var application, out var scope))
        {
            summary.Mentions.Enqueue(new Guard(GuardKind.Scope, scope, application));
        }
    }

    /// <summary><c>new RequireScopeAttribute(…)</c>, as an attribute or in code.</summary>
    public void Creation(IObjectCreationOperation creation)
    {
        if (creation.Type is INamedTypeSymbol { Name: "RequireScopeAttribute" })
        {
            foreach (var guard in guards.FromMetadata(creation))
            {
                summary.Mentions.Enqueue(guard);
            }
        }
    }

    private void Login(IInvocationOperation call)
    {
        var application = call.TargetMethod.ContainingType?.ContainingType is { } type
            ? applications.Value.All.FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.Symbol, type))
            : null;
        foreach (var scopes in ScopeCall.ScopesOf(call).Where(scopes => scopes is not { ConstantValue: { HasValue: true, Value: null } }))
        {
            Mention(scopes, application);
        }
    }

    private void Mention(IOperation scopes, Application? application)
    {
        if (scopes.ConstantValue is not { HasValue: true, Value: string text })
        {
            summary.Mentions.Enqueue(Unreadable);
            return;
        }

        foreach (var scope in text.Split(' '))
        {
            summary.Mentions.Enqueue(new Guard(GuardKind.Scope, scope, application));
        }
    }
}
