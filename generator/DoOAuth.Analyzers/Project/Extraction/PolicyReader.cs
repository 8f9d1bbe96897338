using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values.Reading;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Reads the scopes that a policy of ASP.NET Core's authorization requires. A requirement whose meaning is not known may be for a scope.</summary>
internal static class PolicyReader
{
    /// <summary>The name for the policy of endpoints that say nothing.</summary>
    public const string Fallback = "*";

    /// <summary>The default policy, which is that somebody is signed in, unless the app sets another one.</summary>
    public static readonly ImmutableArray<Guard> Default = [new(GuardKind.Policy)];

    private static readonly ImmutableArray<Guard> Unreadable = [new(GuardKind.Unreadable)];

    /// <summary>Whether the type is ASP.NET Core's <c>[Authorize]</c>, or an attribute of the app's own that derives from it.</summary>
    public static bool IsAuthorize(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (RuntimeTypes.IsGuard(type))
            {
                return false;
            }

            if ((type.Name == "AuthorizeAttribute" && Namespaces.IsIn(type, "Microsoft.AspNetCore.Authorization"))
                || type.Interfaces.Any(candidate => candidate.Name is "IAuthorizeData" or "IAuthorizationRequirementData"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What <c>[Authorize("policy")]</c> requires. An attribute of the app's own decides itself which policy it means.</summary>
    public static ImmutableArray<Guard> OfAttribute(AttributeData attribute) =>
        attribute.AttributeClass is not { Name: "AuthorizeAttribute" } ? Unreadable
        : (RuntimeAttributes.TextOf(attribute, "Policy") ?? attribute.ConstructorArguments.FirstOrDefault().Value as string) is { } policy ? [new(GuardKind.Policy, policy)]
        : Default;

    /// <summary>What <c>new AuthorizeAttribute("policy")</c> requires.</summary>
    public static ImmutableArray<Guard> OfCreation(IObjectCreationOperation creation)
    {
        if (creation.Type is not { Name: "AuthorizeAttribute" })
        {
            return Unreadable;
        }

        var named = creation.Arguments.Select(argument => argument.Value)
            .Concat(creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                .Where(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Policy" })
                .Select(assignment => assignment.Value) ?? [])
            .ToList();
        return named.Count == 0 ? Default : [.. named.SelectMany(name => Named(name))];
    }

    /// <summary>What an argument of <c>new AuthorizeFilter(…)</c> requires.</summary>
    public static ImmutableArray<Guard> OfFilter(IOperation argument, GuardReader guards) =>
        argument.Type is { SpecialType: SpecialType.System_String } ? Named(argument) : Of(argument, guards);

    /// <summary>The policy of a name.</summary>
    public static ImmutableArray<Guard> Named(IOperation name) =>
        name.ConstantValue is { HasValue: true, Value: string policy } ? [new(GuardKind.Policy, policy)] : Unreadable;

    /// <summary>What a policy requires: one that is built in place, or by a lambda that is given the builder.</summary>
    public static ImmutableArray<Guard> Of(IOperation policy, GuardReader guards)
    {
        while (policy is IConversionOperation or IDelegateCreationOperation)
        {
            policy = policy is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)policy).Target;
        }

        switch (policy)
        {
            case IPropertyReferenceOperation { Property.Name: "DefaultPolicy" }:
                return Default;
            case ILocalReferenceOperation local when ValueReader.OfFile().Assigned(local) is [IInvocationOperation only] && !only.Syntax.Span.Contains(local.Syntax.Span):
                return Of(only, guards);
            case not (IAnonymousFunctionOperation or IInvocationOperation):
                return Unreadable;
        }

        // Of what is in the list of requirements, nothing is known here.
        if (policy.DescendantsAndSelf().Any(value => value is IPropertyReferenceOperation { Property: { Name: "Requirements", ContainingType: var type } } && IsBuilder(type)))
        {
            return Unreadable;
        }

        var requirements = policy.DescendantsAndSelf().OfType<IInvocationOperation>().Where(call => IsBuilder(call.Instance?.Type) || call.Arguments.Any(argument => IsBuilder(argument.Value.Type))).ToList();
        return requirements.Count == 0 ? Unreadable : [.. requirements.SelectMany(call => OfRequirement(call, guards)).Distinct()];
    }

    /// <summary>The scope for which a claim is asked: <c>HasClaim("scope", "droplet:read")</c>.</summary>
    public static IOperation? ScopeOfClaim(IInvocationOperation call) =>
        call.TargetMethod.Parameters.Length == 2 && call.Arguments.Length >= 2 && IsScope(call.Arguments[0].Value) && call.Arguments[1].Value.Type?.SpecialType == SpecialType.System_String
            ? call.Arguments[1].Value
            : null;

    /// <summary>The policy whose result this is: <c>(await service.AuthorizeAsync(user, "policy")).Succeeded</c>. One that cannot be read may be any.</summary>
    public static ImmutableArray<PathCondition> AskedFor(IOperation? result)
    {
        while (result is IConversionOperation or IAwaitOperation)
        {
            result = result is IAwaitOperation { Operation: var awaited } ? awaited : ((IConversionOperation)result).Operand;
        }

        result = AwaitedCall.Of(result) ?? result;
        if (result is ILocalReferenceOperation local && ValueReader.OfFile().Assigned(local) is [{ } only] && !only.Syntax.Span.Contains(local.Syntax.Span))
        {
            return AskedFor(only);
        }

        return [PathCondition.OfPolicy((result as IInvocationOperation)?.Arguments.Select(argument => argument.Value.ConstantValue.Value).OfType<string>().FirstOrDefault())];
    }

    /// <summary>What is known if a claim was found by a lambda, such as <c>User.HasClaim(claim => claim.Value == "droplet:read")</c>; null for other calls.</summary>
    public static ImmutableArray<PathCondition>? AsksClaims(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("HasClaim" or "Any")
            || call.Arguments.LastOrDefault()?.Value is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [{ Type.Name: "Claim" }] } lambda })
        {
            return null;
        }

        var texts = lambda.Descendants().Select(value => value.ConstantValue.Value).OfType<string>().Distinct().ToList();
        var scopes = texts.FindAll(text => text.Contains(':') && !text.Contains("://"));

        // A claim of another type is no scope.
        return scopes.Count == 0 && texts.Count > 0 && !texts.Contains("scope") ? []
            : [scopes.Count == 1 ? PathCondition.Of(scopes[0]) : PathCondition.OfPolicy(null)];
    }

    /// <summary>Whether <c>RequireClaim(…)</c> may be for scopes.</summary>
    public static bool MayBeScopes(IInvocationOperation call) =>
        IsBuilder(call.TargetMethod.ContainingType) && (IsScope(call.Arguments[0].Value) || !call.Arguments[0].Value.ConstantValue.HasValue);

    /// <summary>The values that <c>RequireClaim(…)</c> allows.</summary>
    public static IEnumerable<IOperation> ValuesOf(IInvocationOperation call) => call.Arguments.Skip(1).SelectMany(argument => argument.Value switch
    {
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        IConversionOperation { Operand: ICollectionExpressionOperation list } => list.Elements,
        _ => [argument.Value],
    });

    private static bool IsBuilder(ITypeSymbol? type) => type is { Name: "AuthorizationPolicyBuilder" } && Namespaces.IsIn(type, "Microsoft.AspNetCore.Authorization");

    private static bool IsScope(IOperation claim) => claim.ConstantValue is { HasValue: true, Value: "scope" };

    private static ImmutableArray<Guard> OfRequirement(IInvocationOperation call, GuardReader guards)
    {
        switch (call.TargetMethod.Name)
        {
            case "RequireAuthenticatedUser" or "RequireRole" or "RequireUserName" or "AddAuthenticationSchemes" or "Build":
                return [];
            case "RequireClaim" when call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string claim }:
                return claim != "scope" ? [] : OfClaims(call);
            case "RequireAssertion" when call.Arguments[0].Value.Descendants().OfType<IReturnOperation>().ToList() is [{ ReturnedValue: { } answer }]:
                var granted = ConditionReader.Implied(answer, value: true);
                return granted.IsEmpty && IsRead(answer) ? []
                    : granted.IsEmpty || granted.Any(condition => condition.Scope is null or "" || condition.Scope.IndexOfAny(['@', '$']) >= 0)
                    ? Unreadable
                    : [.. granted.Select(condition => new Guard(GuardKind.Scope, condition.Scope!))];
            case "AddRequirements" when call.Descendants().OfType<IObjectCreationOperation>().Where(creation => RuntimeTypes.IsGuard(creation.Type as INamedTypeSymbol)).ToList() is { Count: > 0 } made:
                return [.. made.SelectMany(creation => guards.FromMetadata(creation))];
            default:
                return Unreadable;
        }
    }

    // Questions for roles and claims that are written out, so that no other scope is asked for.
    private static bool IsRead(IOperation answer) => Branches.Unconverted(answer) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => IsRead(binary.LeftOperand) && IsRead(binary.RightOperand),
        IInvocationOperation { TargetMethod: { Name: "IsInRole" or "HasClaim", ContainingType.Name: "ClaimsPrincipal" } } call => call.Arguments.All(argument => argument.Value.ConstantValue.HasValue),
        _ => false,
    };

    // One of several values is enough for the claim.
    private static ImmutableArray<Guard> OfClaims(IInvocationOperation call) => ValuesOf(call).Select(value => value.ConstantValue.Value as string).ToList() switch
    {
        [] => [],
        var scopes when scopes.Contains(null) => Unreadable,
        var scopes => [new(GuardKind.Scope, string.Join("|", scopes))],
    };
}
