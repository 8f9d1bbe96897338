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
    public static ImmutableArray<Handler> Read(IOperation? expression) => expression switch
    {
        IConversionOperation conversion => Read(conversion.Operand),
        IDelegateCreationOperation creation => Read(creation.Target),
        IAnonymousFunctionOperation lambda => [new(new CallTarget(CodeKey.Of(lambda.Syntax), lambda.Symbol))],
        IMethodReferenceOperation method => [new(CallTarget.Of(method))],
        ILocalReferenceOperation local => Read(local),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } =>
            [new(new CallTarget(CodeKey.Of(method)), CallArguments.OrdinalOf(parameter, method))],
        IFieldReferenceOperation or IPropertyReferenceOperation => Read((IMemberReferenceOperation)expression),
        IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } } call => [new(CallTarget.Of(call))],
        IConditionalOperation conditional => Read(conditional.WhenTrue).AddRange(Read(conditional.WhenFalse)),
        ICoalesceOperation coalesce => Read(coalesce.Value).AddRange(Read(coalesce.WhenNull)),
        ISwitchExpressionOperation choice => [.. choice.Arms.SelectMany(arm => Read(arm.Value))],
        _ => [],
    };

    private static ImmutableArray<Handler> Read(ILocalReferenceOperation use) =>
        [.. ValueReader.OfFile().Assigned(use).Where(value => value is not null && !value.Syntax.Span.Contains(use.Syntax.Span)).SelectMany(value => Read(value))];

    private static ImmutableArray<Handler> Read(IMemberReferenceOperation use) =>
        use.Member.DeclaringSyntaxReferences.IsEmpty ? []
        : use is IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } reference && PropertyBodies.HasBody(property)
            ? [new(CallTarget.Of(getter, isVirtual: true, null, reference.Instance))]
            : [new(new CallTarget(CodeKey.Of(use.Member)))];
}
