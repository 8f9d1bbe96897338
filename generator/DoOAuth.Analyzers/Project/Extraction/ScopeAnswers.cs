using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.ScopeUses;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using DoOAuth.Catalog.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Determines what the answer of a call or a property says about the user's scopes.</summary>
internal static class ScopeAnswers
{
    private static readonly ImmutableArray<PathCondition> Nothing = [];
    private static readonly ImmutableArray<PathCondition> Any = [PathCondition.OfPolicy(null)];

    /// <summary>What is known after a call with an answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answer">Its answer.</param>
    public static ImmutableArray<PathCondition> Of(IInvocationOperation call, bool answer)
    {
        if (ScopeAskedFor(call) is { } scope)
        {
            return answer ? OfScope(scope) : Nothing;
        }

        if (PolicyReader.AsksClaims(call) is { } claims)
        {
            return answer ? claims : Nothing;
        }

        if (GivenScopes.OfList(call, answer) is { } all)
        {
            return all;
        }

        if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
        {
            return HandlerReader.Read(call.Instance) is [{ Ordinal: null, Code.Key: var code }] && code.Symbol is null or IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false }
                ? [PathCondition.Of(code) with { IsNo = !answer }]
                : ScopeQuestions.GetsUser(call.Arguments) ? [PathCondition.OfUnknown(call.Syntax, answer)]
                : Nothing;
        }

        return !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && IsYesOrNo(call.TargetMethod.ReturnType) ? [PathCondition.Of(CodeKey.Of(call.TargetMethod)) with { IsNo = !answer, Arguments = ConstantsIn(call) }]
            : ScopeQuestions.IsOfLibrary(call) ? [PathCondition.OfUnknown(call.Syntax, answer)]
            : Nothing;
    }

    /// <summary>What is known after a property with an answer was read.</summary>
    public static ImmutableArray<PathCondition> Of(IPropertySymbol property, IOperation? instance, bool answer) => property switch
    {
        { Name: "Succeeded", ContainingType.Name: "AuthorizationResult" } => answer ? PolicyReader.AskedFor(instance) : Nothing,
        { DeclaringSyntaxReferences.IsEmpty: false, GetMethod: { } getter } when IsYesOrNo(property.Type) => [PathCondition.Of(CodeKey.Of(getter)) with { IsNo = !answer }],
        _ => Nothing,
    };

    /// <summary>Whether the type is that of an answer, or of one that is waited for.</summary>
    public static bool IsYesOrNo(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Boolean } or INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };

    /// <summary>The scope that the call checks.</summary>
    public static IOperation? ScopeAskedFor(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "HasScope" => ScopeCall.ScopesOf(call).FirstOrDefault(),
        "HasClaim" when PolicyReader.ScopeOfClaim(call) is { } scope => scope,
        "Contains" when ScopesOfUser(call) => call.Arguments[call.Instance is null ? 1 : 0].Value,
        _ => null,
    };

    /// <summary>Whether the expression is the list of the user's scopes.</summary>
    public static bool IsScopesOfUser(IOperation? expression)
    {
        var list = expression is null ? null : Branches.Written(expression);
        if (list is ILocalReferenceOperation local && ScopeQuestions.MayBeInFile(local.Syntax.SyntaxTree) && ValueReader.OfFile().Assigned(local) is [{ } only] && !only.Syntax.Span.Contains(local.Syntax.Span))
        {
            list = Branches.Written(only);
        }

        return list switch
        {
            IPropertyReferenceOperation { Property: { Name: "Scopes", ContainingType: { Name: "DigitalOceanUser" } user } } => RuntimeTypes.IsInRuntime(user),
            IInvocationOperation { TargetMethod.Name: "ToHashSet" or "ToList" or "ToArray" or "AsEnumerable" or "ToFrozenSet" or "ToImmutableHashSet", Arguments: [{ Value: var copied }, ..] } => IsScopesOfUser(copied),
            _ => false,
        };
    }

    /// <summary>The constants that a call passes, and what its own method was passed, by the positions of their parameters.</summary>
    public static string ConstantsIn(IInvocationOperation call) => string.Join(";", call.Arguments
        .Where(argument => argument.Parameter is not null)
        .Select(argument => (argument.Parameter, Text: argument.Value switch
        {
            { ConstantValue: { HasValue: true, Value: string constant } } => constant,
            IParameterReferenceOperation { Type.SpecialType: SpecialType.System_String, Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } method } parameter } => $"${CallArguments.OrdinalOf(parameter, method)}",
            IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation when argument.Value.Type is { SpecialType: SpecialType.System_String } => GivenScopes.Of(argument.Value).Scope,
            ILocalReferenceOperation { Type.SpecialType: SpecialType.System_String } local when ScopeQuestions.MayBeInFile(local.Syntax.SyntaxTree) => OfScope(local) is [{ Scope: { } scope }] ? scope : null,
            _ => null,
        }))
        .Where(passed => passed.Text is not null)
        .Select(passed => $"{CallArguments.OrdinalOf(passed.Parameter!, call.TargetMethod)}={passed.Text}"));

    private static ImmutableArray<PathCondition> OfScope(IOperation scope) => scope switch
    {
        { ConstantValue: { HasValue: true, Value: string name } } => [PathCondition.Of(name)],
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } or IFieldReferenceOperation or IPropertyReferenceOperation => [GivenScopes.Of(scope)],
        ILocalReferenceOperation { Local.IsForEach: true } local when GivenScopes.OfLoop(local) is { } given => [given],
        // What a loop takes from a table is not known here, together with what needs it.
        ILocalReferenceOperation { Local: var local } when IsOfLoop(local) => Any,
        ILocalReferenceOperation local => OfScopes(ValueReader.OfFile().Assigned(local)),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } => [PathCondition.Of($"${CallArguments.OrdinalOf(parameter, method)}")],
        _ => Any,
    };

    private static ImmutableArray<PathCondition> OfScopes(ImmutableArray<IOperation?> assigned) =>
        assigned.All(value => value?.ConstantValue is { HasValue: true, Value: string })
            ? [PathCondition.Of(string.Join("|", assigned.Select(value => value!.ConstantValue.Value as string).Distinct()))]
            : Any;

    private static bool ScopesOfUser(IInvocationOperation call) =>
        call.Instance is null ? call.Arguments.Length == 2 && IsScopesOfUser(call.Arguments[0].Value) : call.Arguments.Length == 1 && IsScopesOfUser(call.Instance);

    private static bool IsOfLoop(ILocalSymbol local) => local.IsForEach || (local.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is SingleVariableDesignationSyntax designation
        && designation.FirstAncestorOrSelf<StatementSyntax>() is ForEachVariableStatementSyntax loop && loop.Variable.Span.Contains(designation.Span));
}
