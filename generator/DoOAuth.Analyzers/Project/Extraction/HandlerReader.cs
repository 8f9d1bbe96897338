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

    /// <summary>The functions that an object or an element was written with, if nothing else can be there; empty if that is not known.</summary>
    public static ImmutableArray<Handler> OfObject(IOperation? member)
    {
        if (member is not (IPropertyReferenceOperation { Instance: not (null or IInstanceReferenceOperation) } or IFieldReferenceOperation { Instance: not (null or IInstanceReferenceOperation) }))
        {
            return [];
        }

        var origins = new ValueReader(MemberBodies.OfFile, ClientBases.None).Origins(member);
        return origins.All(origin => origin is IDelegateCreationOperation) ? [.. origins.SelectMany(origin => Read(origin))] : [];
    }

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
        IPropertyReferenceOperation { Property: { IsIndexer: true, DeclaringSyntaxReferences.IsEmpty: true }, Instance: { } collection } element => OfElement(element, collection, seen),
        IFieldReferenceOperation or IPropertyReferenceOperation => Read((IMemberReferenceOperation)expression),
        // What a method returns may be a function in it, or one that it was given.
        IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } } call =>
            [new(CallTarget.Of(call)), new(new CallTarget(CodeKey.Of(call.Syntax))), .. call.Arguments.SelectMany(argument => Read(argument.Value, seen)).Where(handler => handler.Ordinal is null)],
        IConditionalOperation conditional => Read(conditional.WhenTrue, seen).AddRange(Read(conditional.WhenFalse, seen)),
        ICoalesceOperation coalesce => Read(coalesce.Value, seen).AddRange(Read(coalesce.WhenNull, seen)),
        ISwitchExpressionOperation choice => [.. choice.Arms.SelectMany(arm => Read(arm.Value, seen))],
        _ => [],
    };

    // What is not known by its key may be anything that the collection holds.
    private static ImmutableArray<Handler> OfElement(IPropertyReferenceOperation element, IOperation collection, HashSet<SyntaxNode> seen) =>
        ValueReader.OfFile().Collections.ElementsAt(collection, element.Arguments[0].Value) is { IsEmpty: false } elements ? [.. elements.SelectMany(one => Read(one, seen))] : Read(collection, seen);

    private static ImmutableArray<Handler> Read(ILocalReferenceOperation use, HashSet<SyntaxNode> seen) => seen.Add(use.Syntax)
        ? [.. ValueReader.OfFile().Assigned(use).Where(value => value is not null && !value.Syntax.Span.Contains(use.Syntax.Span)).SelectMany(value => Read(value, seen))]
        : [];

    private static ImmutableArray<Handler> Read(IMemberReferenceOperation use) =>
        use.Member.DeclaringSyntaxReferences.IsEmpty ? []
        : use is IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } reference && PropertyBodies.HasBody(property)
            ? [new(CallTarget.Of(getter, isVirtual: true, null, reference.Instance))]
            : [new(new CallTarget(CodeKey.Of(use.Member)))];
}
