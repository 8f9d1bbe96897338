using DoOAuth.Analyzers.Applications;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.ScopeUses;
using DoOAuth.Analyzers.Values.Reading;
using DoOAuth.Catalog.Embedded;
using DoOAuth.Catalog.Symbols;
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

    /// <summary>Guards by attributes on a lambda or a local function.</summary>
    public void Function(IMethodSymbol function, SyntaxNode syntax)
    {
        var put = guards.Of(function.GetAttributes());
        if (!put.IsEmpty)
        {
            summary.FunctionGuards.TryAdd(CodeKey.Of(syntax), put);
            foreach (var guard in put)
            {
                summary.Mentions.Enqueue(guard);
            }
        }
    }

    /// <summary>A guard that is used as a delegate, or a question, as in <c>scopes.All(user.HasScope)</c>.</summary>
    public void Reference(IMethodReferenceOperation reference)
    {
        if (reference.Method is { Name: "HasScope", ContainingType: { Name: "DigitalOceanUser" } user } && RuntimeTypes.IsInRuntime(user))
        {
            Compare(reference.Parent is IDelegateCreationOperation creation ? creation : reference);
        }

        if (GuardReader.MayGuard(reference.Method.Name) && applications.Value.IsGuard(reference.Method, out var application, out var scope))
        {
            summary.Mentions.Enqueue(new Guard(GuardKind.Scope, scope, application));
        }
    }

    /// <summary>A constant that is a scope's name, such as <c>Scopes.Droplet.Read</c>, wherever it is used. What the runtime is given is read by itself.</summary>
    public void Constant(IFieldReferenceOperation reference, ISymbol containing)
    {
        if (reference.ConstantValue is { HasValue: true, Value: string text }
            && BundledCatalogs.Scopes.Find(text) is not null
            && containing is not IFieldSymbol { IsConst: true }
            && !IsGivenToRuntime(reference))
        {
            Mention(reference, null);
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

    /// <summary>The user's scopes, which may be compared with others.</summary>
    public void Scopes(IPropertyReferenceOperation reference)
    {
        if (reference.Property is { Name: "Scopes", ContainingType: { Name: "DigitalOceanUser" } user } && RuntimeTypes.IsInRuntime(user))
        {
            Compare(reference);
        }
    }

    // Constants are found wherever they are. With anything else, the scope is computed. What only selects or shows scopes compares none.
    private void Compare(IOperation scopes)
    {
        while (scopes.Parent is IConversionOperation conversion)
        {
            scopes = conversion;
        }

        if ((scopes.Parent as IArgumentOperation ?? scopes).Parent is IInvocationOperation { TargetMethod: { Name: not ("Contains" or "Select" or "Join" or "OrderBy"), Parameters.IsEmpty: false } } call
            ? call.Arguments.Select(argument => argument.Value).Append(call.Instance).Any(value => value is not null && value != scopes && !IsConstant(value))
            : scopes is IDelegateCreationOperation)
        {
            summary.Mentions.Enqueue(Unreadable);
        }
    }

    private static bool IsConstant(IOperation value) => value.ConstantValue.HasValue || Branches.Unconverted(value) switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol: var lambda } } function => function.Descendants().All(part => part switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, lambda),
            ILocalReferenceOperation or IMemberReferenceOperation => part.ConstantValue.HasValue,
            _ => true,
        }),
        var collection => ValueReader.OfFile().Collections.ElementsOf(collection) is { IsEmpty: false } elements && elements.All(element => element.ConstantValue.HasValue),
    };

    private static bool IsGivenToRuntime(IOperation value)
    {
        var around = value.Parent;
        while (around is IConversionOperation or ICollectionExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation or IArgumentOperation)
        {
            around = around.Parent;
        }

        return around switch
        {
            IObjectCreationOperation { Constructor: { } constructor } => RuntimeTypes.IsInRuntime(constructor.ContainingType),
            IInvocationOperation call => ScopeCall.ScopesOf(call).Any(),
            _ => false,
        };
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
