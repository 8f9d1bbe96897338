using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads what methods of the project give variables that are <c>out</c>, also those of <c>Deconstruct</c>.</summary>
internal sealed class OutReading(ValueReader values)
{
    /// <summary>What a method gives a parameter that is <c>out</c>.</summary>
    public ImmutableArray<T> OfOut<T>(IInvocationOperation call, IParameterSymbol parameter, T unknown, Func<IOperation, IParameterSymbol, ImmutableArray<T>> atEnd)
        where T : IOpenValue<T> => call.TargetMethod is { IsAbstract: false, IsVirtual: false, IsOverride: false } method
            ? values.Members.Substituted(values.While<T>(KnownArguments.Of(values.Known, call, method), () => AtEnd(method, parameter, call, unknown, atEnd)), [method], call, call.Instance)
            : [unknown];

    /// <summary>What a method <c>Deconstruct</c> of the project gives a variable; none if the object has no such method.</summary>
    /// <param name="taken">The object.</param>
    /// <param name="position">The place of the variable.</param>
    /// <param name="count">How many variables there are.</param>
    /// <param name="unknown">The unknown value.</param>
    /// <param name="atEnd">Reads what a parameter has at the end of its method.</param>
    public ImmutableArray<T> OfDeconstruct<T>(IOperation taken, int position, int count, T unknown, Func<IOperation, IParameterSymbol, ImmutableArray<T>> atEnd)
        where T : IOpenValue<T> =>
        taken.Type?.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == count && !method.DeclaringSyntaxReferences.IsEmpty) is { } method
            ? values.Members.Substituted(AtEnd(method, method.Parameters[position], taken, unknown, atEnd), [], taken, taken)
            : [];

    private ImmutableArray<T> AtEnd<T>(IMethodSymbol method, IParameterSymbol parameter, IOperation use, T unknown, Func<IOperation, IParameterSymbol, ImmutableArray<T>> atEnd)
    {
        var part = CallArguments.PartsOf(method).Last().OriginalDefinition;
        return part.DeclaringSyntaxReferences is [var declaration]
            && declaration.GetSyntax() is var syntax
            && values.Members.CodeOf(syntax, use) is { } body and (IMethodBodyOperation or ILocalFunctionOperation)
            && part.Parameters.FirstOrDefault(one => one.Ordinal == parameter.Ordinal) is { DeclaringSyntaxReferences: [var named] } own
                ? values.Once(named.GetSyntax(), unknown, () => atEnd(body, own))
                : [unknown];
    }
}
