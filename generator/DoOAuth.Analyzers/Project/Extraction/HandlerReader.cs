using System.Collections.Immutable;
using DoOAuth.Analyzers.Project.Summaries;
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
        IAnonymousFunctionOperation lambda => [new(new CallTarget(CodeKey.Of(lambda.Syntax)))],
        IMethodReferenceOperation method => [new(CallTarget.Of(method))],
        ILocalReferenceOperation local => Read(local),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } =>
            [new(new CallTarget(CodeKey.Of(method)), BuilderReader.OrdinalOf(parameter, method))],
        IFieldReferenceOperation or IPropertyReferenceOperation => Read((IMemberReferenceOperation)expression),
        IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } } call => [new(CallTarget.Of(call))],
        IConditionalOperation conditional => Read(conditional.WhenTrue).AddRange(Read(conditional.WhenFalse)),
        ICoalesceOperation coalesce => Read(coalesce.Value).AddRange(Read(coalesce.WhenNull)),
        ISwitchExpressionOperation choice => [.. choice.Arms.SelectMany(arm => Read(arm.Value))],
        _ => [],
    };

    // Any of the values that are assigned to the local before it is used.
    private static ImmutableArray<Handler> Read(ILocalReferenceOperation use) =>
    [
        .. LocalWrites.Of(use).To(use.Local)
            .Where(write => write.Value is not null && write.Place.Syntax.Span.End <= use.Syntax.SpanStart)
            .SelectMany(write => Read(write.Value)),
    ];

    private static ImmutableArray<Handler> Read(IMemberReferenceOperation use) =>
        use.Member.DeclaringSyntaxReferences.IsEmpty ? []
        : use is IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } reference && PropertyBodies.HasBody(property)
            ? [new(CallTarget.Of(getter, isVirtual: true, reference.Instance?.Type))]
            : [new(new CallTarget(CodeKey.Of(use.Member)))];
}
