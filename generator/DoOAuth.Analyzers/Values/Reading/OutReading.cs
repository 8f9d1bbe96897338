using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads what methods of the project give variables that are <c>out</c>, also those of <c>Deconstruct</c>.</summary>
internal sealed class OutReading(ValueReader values)
{
    /// <summary>What a method assigns to a parameter that is <c>out</c>.</summary>
    public ImmutableArray<T> OfOut<T>(IInvocationOperation call, IParameterSymbol parameter, T unknown, Func<IOperation, ImmutableArray<T>> readValue)
        where T : IOpenValue<T>
    {
        if (call.TargetMethod is not { IsAbstract: false, IsVirtual: false, IsOverride: false } method || ValueSources.OfOut(method, parameter) is not { IsEmpty: false } assigned)
        {
            return [unknown];
        }

        ImmutableArray<T> found = values.While<T>(KnownArguments.Of(values.Known, call, method), () =>
        {
            var code = assigned.Select(expression => values.Members.CodeOf(expression, call)).ToList();
            var read = PossibleReturns.Of([.. code.OfType<IOperation>()], values.Known).SelectMany(value => values.Once(value.Syntax.Parent!, unknown, () => readValue(value))).Distinct();
            return [.. code.Contains(null) ? read.Append(unknown) : read];
        });
        return values.Members.Substituted(found, [method], call, call.Instance);
    }

    /// <summary>What a method <c>Deconstruct</c> of the project gives a variable; none if the object has no such method.</summary>
    /// <param name="taken">The object.</param>
    /// <param name="position">The place of the variable.</param>
    /// <param name="count">How many variables there are.</param>
    /// <param name="unknown">The unknown value.</param>
    /// <param name="read">Reads an expression.</param>
    public ImmutableArray<T> OfDeconstruct<T>(IOperation taken, int position, int count, T unknown, Func<IOperation, ImmutableArray<T>> read)
        where T : IOpenValue<T>
    {
        if (taken.Type?.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == count && !method.DeclaringSyntaxReferences.IsEmpty) is not { } method)
        {
            return [];
        }

        ImmutableArray<T> found = [.. ValueSources.OfOut(method, method.Parameters[position]).SelectMany(expression => values.Members.CodeOf(expression, taken) is { } value ? values.Once(value.Syntax.Parent!, unknown, () => read(value)) : [unknown]).Distinct()];
        return values.Members.Substituted(found, [], taken, taken);
    }
}
