using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads what the constructors of objects were given, also of those that the project's methods return: each call of a factory makes another one.</summary>
internal sealed class MadeReading(ValueReader values)
{
    /// <summary>What the constructor was given, for each object that an expression may be; empty if that is not known.</summary>
    public ImmutableArray<CallArguments> Of(IOperation value) =>
        Read(value) is var made && made.Contains(null) ? [] : [.. made.OfType<CallArguments>()];

    private ImmutableArray<CallArguments?> Read(IOperation value) => values.Memory.Nested<CallArguments?>(null, () => [.. Branches.Of(value).SelectMany(branch => OfBranch(branch))]);

    private ImmutableArray<CallArguments?> OfBranch(IOperation value) => value switch
    {
        IObjectCreationOperation { Constructor: { } constructor } creation => [values.ArgumentsOf(creation, CallArguments.PartsOf(constructor))],
        IWithOperation copy => [.. Read(copy.Operand).Select(copied => copied is null ? null : Replaced(copied, copy))],
        ILocalReferenceOperation local => values.Once<CallArguments?>(value.Syntax, null, () => [.. values.Assigned(local).SelectMany(assigned => assigned is null ? [null] : Read(assigned))]),
        IInvocationOperation { TargetMethod: { IsAbstract: false, IsVirtual: false, IsOverride: false } method } call => OfMember(method, call, call.Instance),
        IFieldReferenceOperation { Field.ContainingType.IsTupleType: true } or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } =>
            values.Elements<CallArguments?>(value, null, element => Read(element)),
        IMemberReferenceOperation { Member: { IsAbstract: false, IsVirtual: false, IsOverride: false } member, Instance: var instance } => OfMember(member, value, instance),
        _ => [null],
    };

    // What the arguments of the call and the object itself decide is replaced.
    private ImmutableArray<CallArguments?> OfMember(ISymbol member, IOperation use, IOperation? instance)
    {
        var sources = member.DeclaringSyntaxReferences.IsEmpty ? [] : PossibleReturns.Of(values.Members.SourcesOf(member, use), KnownArguments.Of(values.Known, use, member as IMethodSymbol));
        if (sources.IsEmpty)
        {
            return [.. values.Origins(use).SelectMany(origin => origin is null || origin == use ? [null] : OfBranch(origin))];
        }

        var found = ImmutableArray.CreateBuilder<CallArguments?>();
        foreach (var source in sources.SelectMany(Branches.Of))
        {
            // What returns its own object is the one on which it was called.
            found.AddRange(source is IInstanceReferenceOperation && instance is not null
                ? Read(instance)
                : values.Members.On(instance, () => values.Once<CallArguments?>(source.Syntax.Parent!, null, () => Read(source))).SelectMany<CallArguments?, CallArguments?>(made => made is null ? [null] : Substituted(made, use, instance).Select(one => (CallArguments?)one)));
        }

        return found.ToImmutable();
    }

    private IEnumerable<CallArguments> Substituted(CallArguments made, IOperation use, IOperation? instance)
    {
        if (!made.HasParameters)
        {
            return [made];
        }

        var given = use is IInvocationOperation call ? values.ArgumentsOf(call, CallArguments.PartsOf(call.TargetMethod)) : new CallArguments();
        ImmutableArray<CallArguments> own = instance is null or IInstanceReferenceOperation ? [] : Of(instance);
        return own.IsEmpty ? [made.Substitute(given)] : own.Select(one => made.Substitute(given.And(one)));
    }

    private CallArguments Replaced(CallArguments copied, IWithOperation copy)
    {
        foreach (var assignment in copy.Initializer.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var name })
            {
                copied = copied.Replace(name, values.ArgumentOf(assignment.Value));
            }
        }

        return copied;
    }
}
