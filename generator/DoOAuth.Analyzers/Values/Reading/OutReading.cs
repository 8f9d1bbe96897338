using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads what methods of the project give variables that are <c>out</c>, also those of <c>Deconstruct</c>.</summary>
internal sealed class OutReading(ValueReader values)
{
    /// <summary>What a method assigns to a parameter that is <c>out</c>.</summary>
    public ImmutableArray<T> OfOut<T>(IInvocationOperation call, IParameterSymbol parameter, T unknown, Func<IOperation, ImmutableArray<T>> read)
        where T : IOpenValue<T>
    {
        var assigned = call.TargetMethod is { IsAbstract: false, IsVirtual: false, IsOverride: false } method ? ValueSources.OfOut(method, parameter) : [];
        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var expression in assigned)
        {
            found.AddRange(values.Members.CodeOf(expression, call) is { } value ? values.Once(value.Syntax.Parent!, unknown, () => read(value)) : [unknown]);
        }

        return found.Count == 0 ? [unknown] : values.Members.Substituted([.. found.Distinct()], [call.TargetMethod], call, call.Instance);
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
