using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
using DoOAuth.Analyzers.Values;
using DoOAuth.Analyzers.Values.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Project.Extraction;

/// <summary>Determines the code that a delegate runs.</summary>
internal static class HandlerReader
{
    public static ImmutableArray<Handler> Read(IOperation? expression) => Read(expression, []);

    // What was read before adds nothing: locals can get their values from each other in a loop.
    private static ImmutableArray<Handler> Read(IOperation? expression, HashSet<SyntaxNode> seen) => expression switch
    {
        IConversionOperation conversion => Read(conversion.Operand, seen),
        IDelegateCreationOperation creation => Read(creation.Target, seen),
        IAnonymousFunctionOperation lambda => [new(new CallTarget(CodeKey.Of(lambda.Syntax), lambda.Symbol))],
        IMethodReferenceOperation method => [new(CallTarget.Of(method))],
        ILocalReferenceOperation local => Read(local, seen),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } =>
            [new(new CallTarget(CodeKey.Of(method)), CallArguments.OrdinalOf(parameter, method))],
        IFieldReferenceOperation or IPropertyReferenceOperation => Read((IMemberReferenceOperation)expression),
        // What a method returns may be a function in it, or one that it was given.
        IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } } call =>
            [new(CallTarget.Of(call)), new(new CallTarget(CodeKey.Of(call.Syntax))), .. call.Arguments.SelectMany(argument => Read(argument.Value, seen)).Where(handler => handler.Ordinal is null)],
        IConditionalOperation conditional => Read(conditional.WhenTrue, seen).AddRange(Read(conditional.WhenFalse, seen)),
        ICoalesceOperation coalesce => Read(coalesce.Value, seen).AddRange(Read(coalesce.WhenNull, seen)),
        ISwitchExpressionOperation choice => [.. choice.Arms.SelectMany(arm => Read(arm.Value, seen))],
        _ => [],
    };

    private static ImmutableArray<Handler> Read(ILocalReferenceOperation use, HashSet<SyntaxNode> seen) => seen.Add(use.Syntax)
        ? [.. ValueReader.OfFile().Assigned(use).Where(value => value is not null && !value.Syntax.Span.Contains(use.Syntax.Span)).SelectMany(value => Read(value, seen))]
        : [];

    private static ImmutableArray<Handler> Read(IMemberReferenceOperation use) =>
        use.Member.DeclaringSyntaxReferences.IsEmpty ? []
        : use is IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } reference && PropertyBodies.HasBody(property)
            ? [new(CallTarget.Of(getter, isVirtual: true, null, reference.Instance))]
            : [new(new CallTarget(CodeKey.Of(use.Member)))];
}
