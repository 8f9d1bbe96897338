using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.ScopeUses;
using DoOAuth.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Extracts the scopes in the code, and the clients and tokens that are passed to code that cannot be read.</summary>
internal sealed class MentionExtractor(ProjectSummary summary, GuardReader guards, Lazy<ApplicationSet> applications)
{
    private static readonly Guard Unreadable = new(GuardKind.Unreadable);

    public void Call(IInvocationOperation call, bool isOwn)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "HasScope" or "Contains" when ConditionReader.ScopeAskedFor(call) is { } scope:
                Mention(scope, null);
                return;
            case "Login":
                Login(call);
                return;
            case "GetTokenAsync" or "GetTokenValue" or "GetTokens":
                summary.Mentions.Enqueue(Unreadable);
                return;
        }

        if (GuardReader.MayGuard(method.Name))
        {
            foreach (var guard in guards.Of(call))
            {
                summary.Mentions.Enqueue(guard);
            }
        }
        else if (!isOwn)
        {
            HandOut(call);
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
        else if (creation.Constructor is { DeclaringSyntaxReferences.IsEmpty: true } constructor)
        {
            foreach (var argument in creation.Arguments)
            {
                HandOut(argument);
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

    private void HandOut(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType is { Name: "HttpClientJsonExtensions" })
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            HandOut(argument);
        }
    }

    // Code that accepts any object does not use a client.
    private void HandOut(IArgumentOperation argument)
    {
        if (argument.Parameter is { Type: { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } type }
            && (ClientTypes.IsHttp(type, "HttpClient") || ClientTypes.IsHttp(type, "HttpMessageInvoker") || ClientTypes.IsDigitalOcean(type))
            && (argument.Value is IConversionOperation conversion ? conversion.Operand.Type : argument.Value.Type) is { } client
            && ClientTypes.IsDigitalOcean(client))
        {
            summary.HandedOut.Enqueue(client);
        }
    }
}
