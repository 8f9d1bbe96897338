using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Finds the collection whose elements a method such as <c>Select</c> or <c>ForEach</c> gives to a lambda, one after the other.</summary>
internal static class LambdaElements
{
    /// <summary>The collection of which the parameter is an element; null if it is the parameter of something else.</summary>
    public static IOperation? CollectionOf(IParameterReferenceOperation use) =>
        use.Parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda }
        && ArgumentWith(use, lambda) is { Parent: IInvocationOperation call } argument
        && IsGivenElements(call.TargetMethod)
        && CollectionOf(call) is { } collection
        && !ReferenceEquals(collection, argument.Value)
            ? collection
            : null;

    /// <summary>The collection on which a method of .NET works that gives elements to a lambda.</summary>
    public static IOperation? CollectionOf(IInvocationOperation call) => call.Instance ?? (call.Arguments.Length > 1 ? call.Arguments[0].Value : null);

    /// <summary>The lambda that the call is given, if it is written out there.</summary>
    public static IAnonymousFunctionOperation? LambdaOf(IInvocationOperation call) => call.Arguments
        .Select(argument => Branches.Unconverted(argument.Value))
        .Select(value => value is IDelegateCreationOperation { Target: var target } ? target : value)
        .OfType<IAnonymousFunctionOperation>()
        .FirstOrDefault();

    /// <summary>Whether it is a method of .NET that gives elements to a delegate.</summary>
    public static bool IsGivenElements(IMethodSymbol method) => method.Name is "Select" or "Where" or "SelectMany" or "ForEach" or "ForEachAsync" or "ConvertAll" or "First" or "FirstOrDefault"
        or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "ToDictionary" or "OrderBy" or "OrderByDescending" or "GroupBy" or "TakeWhile" or "SkipWhile" or "Find" or "FindAll"
        && method.ContainingType is
        {
            Name: "Enumerable" or "AsyncEnumerable" or "ParallelEnumerable" or "List" or "Array" or "Parallel" or "ImmutableList",
            DeclaringSyntaxReferences.IsEmpty: true,
            ContainingNamespace: { Name: "Linq" or "Generic" or "System" or "Tasks" or "Immutable" },
        };

    /// <summary>The argument that is a lambda, around a use in it.</summary>
    public static IArgumentOperation? ArgumentWith(IOperation use, IMethodSymbol lambda)
    {
        IOperation? around = use;
        while (around is not null && !(around is IAnonymousFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, lambda)))
        {
            around = around.Parent;
        }

        while (around is not null and not IArgumentOperation and not IInvocationOperation)
        {
            around = around.Parent;
        }

        return around as IArgumentOperation;
    }
}
