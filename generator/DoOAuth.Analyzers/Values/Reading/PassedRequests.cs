using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads what methods of the project make of a request that they are given, as in <c>WithJson(request)</c>.</summary>
internal sealed class PassedRequests(ValueReader values)
{
    private readonly HashSet<ISymbol> _underway = new(SymbolEqualityComparer.Default);

    /// <summary>The requests after a call; null if it leaves them as they are.</summary>
    /// <param name="before">The requests before it.</param>
    /// <param name="argument">The argument with the request.</param>
    public ImmutableArray<RequestPattern>? After(ImmutableArray<RequestPattern> before, IArgumentOperation argument)
    {
        if (argument is not { Parameter: { } parameter, Parent: IInvocationOperation { TargetMethod: var method } call } || !ClientTypes.IsRequest(parameter.Type))
        {
            return null;
        }

        var running = values.Members.RunningFor(method, call);
        ImmutableArray<RequestPattern> after = running.IsEmpty ? [RequestPattern.Unknown] : [.. running.OfType<IMethodSymbol>().SelectMany(one => After(before, one.OriginalDefinition, parameter.Ordinal, call)).Distinct()];
        return after.SequenceEqual(before) ? null : after;
    }

    private ImmutableArray<RequestPattern> After(ImmutableArray<RequestPattern> before, IMethodSymbol method, int ordinal, IInvocationOperation call)
    {
        if (CallArguments.PartsOf(method).Last() is not { DeclaringSyntaxReferences: [var declaration] } part || values.Members.CodeOf(declaration.GetSyntax(), call) is not { } code)
        {
            return [RequestPattern.Unknown];
        }

        var (requests, parameter) = (before, part.Parameters[ordinal]);
        if (!_underway.Add(part))
        {
            return requests;
        }

        foreach (var operation in code.Descendants())
        {
            ImmutableArray<RequestPattern>? changed = operation switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance, Property.Name: var name }, Value: var value } when Is(instance, parameter) => Changed(requests, name, value, method, call),
                ICoalesceAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance, Property.Name: var name }, Value: var value } when Is(instance, parameter) => Changed(requests, name, value, method, call),
                IArgumentOperation { Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } } passed when Is(passed.Value, parameter) => After(requests, passed) is null ? null : [RequestPattern.Unknown],
                _ => null,
            };
            requests = changed is not { } given ? requests : IsAlwaysRun(operation) ? given : [.. requests.Union(given)];
        }

        _underway.Remove(part);
        return requests;
    }

    private ImmutableArray<RequestPattern>? Changed(ImmutableArray<RequestPattern> requests, string property, IOperation value, IMethodSymbol method, IInvocationOperation call) => property switch
    {
        "Method" => RequestPattern.Pair(values.Members.Substituted(values.Verbs(value), [method], call, call.Instance), [.. requests.Select(request => request.Address).Distinct()]),
        "RequestUri" or "Resource" => RequestPattern.Pair([.. requests.Select(request => request.Verb).Distinct()], values.Members.Substituted(values.Texts(value), [method], call, call.Instance)),
        _ => null,
    };

    private static bool Is(IOperation value, IParameterSymbol parameter) =>
        Branches.Unconverted(value) is IParameterReferenceOperation { Parameter: var named } && SymbolEqualityComparer.Default.Equals(named, parameter);

    private static bool IsAlwaysRun(IOperation operation) => operation is ISimpleAssignmentOperation
        && operation.Parent is IExpressionStatementOperation { Parent: IBlockOperation { Parent: IMethodBodyOperation or ILocalFunctionOperation } body } statement
        && !body.Operations.TakeWhile(earlier => earlier != statement).Any(earlier => earlier.DescendantsAndSelf().Any(left => left is IReturnOperation));
}
