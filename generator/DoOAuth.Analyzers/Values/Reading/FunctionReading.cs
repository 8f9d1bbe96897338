using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads what delegates return, and what a <c>Lazy</c> makes.</summary>
internal sealed class FunctionReading(ValueReader values)
{
    /// <summary>What a delegate returns.</summary>
    /// <param name="called">The delegate.</param>
    /// <param name="invoke">The call; null if it has no arguments.</param>
    /// <param name="unknown">The unknown value.</param>
    /// <param name="read">Reads an expression.</param>
    /// <param name="ofParameter">The value that callers decide, as by a delegate that they pass; null if that counts as unknown.</param>
    public ImmutableArray<T> Read<T>(IOperation called, IInvocationOperation? invoke, T unknown, Func<IOperation, ImmutableArray<T>> read, Func<IParameterSymbol, T>? ofParameter = null)
        where T : IOpenValue<T>
    {
        if (ofParameter is not null
            && Branches.Unconverted(called) is IParameterReferenceOperation { Parameter: var given } use
            && ValueReader.CanForward(given)
            && !VariableMentions.In(VariableScope.Of(use, given).Syntax, given.Name).MayChange)
        {
            return [ofParameter(given)];
        }

        if (values.Origins(called) is not [{ } origin])
        {
            return [unknown];
        }

        var (method, returned) = ReturnedBy(origin);
        ImmutableArray<T> found = [.. returned.SelectMany(value => values.Once(value.Syntax.Parent!, unknown, () => read(value))).Distinct()];
        return found.IsEmpty || method is null ? [unknown]
            : invoke is null || !found.Any(value => value.HasParameters) ? found
            : [.. values.ArgumentsOf(invoke, CallArguments.PartsOf(method)) is var arguments ? found.SelectMany(value => value.Substitute(arguments)).Distinct() : []];
    }

    /// <summary>What a delegate returns that a call passes to a method which runs it; none if that is unknown.</summary>
    public IEnumerable<ArgumentValues> Passed(IOperation passed) => values.Origins(passed) is [{ } origin] && ReturnedBy(origin) is (IMethodSymbol method, { } returned)
        ? returned.Select(value => values.ArgumentOf(value).Substitute(new CallArguments(CallArguments.PartsOf(method))))
        : [];

    /// <summary>What a <c>Lazy</c> makes, of a function or of a value that is there already.</summary>
    public ImmutableArray<T> OfLazy<T>(IOperation lazy, T unknown, Func<IOperation, ImmutableArray<T>> read)
        where T : IOpenValue<T> => values.CreationOf(Branches.Unconverted(lazy)) is not { } creation ? [unknown]
        : creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "valueFactory") is { } factory ? Read(factory.Value, null, unknown, read)
        : creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "value") is { } made ? read(made.Value)
        : [unknown];

    private (IMethodSymbol? Method, IEnumerable<IOperation> Returned) ReturnedBy(IOperation origin) => (origin is IDelegateCreationOperation { Target: var target } ? target : origin) switch
    {
        IAnonymousFunctionOperation { Body: var body, Symbol: var lambda } => (lambda, Returned(body)),
        IMethodReferenceOperation { Method: { DeclaringSyntaxReferences.IsEmpty: false, IsAbstract: false, IsVirtual: false, IsOverride: false } named } => (named, values.Members.SourcesOf(named, origin)),
        _ => (null, []),
    };

    /// <summary>The expressions that code returns, without those of functions in it.</summary>
    public static IEnumerable<IOperation> Returned(IOperation code) => code switch
    {
        IReturnOperation { ReturnedValue: { } value } => [value],
        IAnonymousFunctionOperation or ILocalFunctionOperation => [],
        _ => code.ChildOperations.SelectMany(Returned),
    };
}
