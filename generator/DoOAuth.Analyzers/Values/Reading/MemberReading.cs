using System.Collections.Immutable;
using DoOAuth.Analyzers.Hierarchy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>
/// Reads fields, properties and methods of the project by the expressions that give them their values, as functions of what a method and the constructor
/// of its object are given.
/// </summary>
internal sealed class MemberReading(ValueReader values, MemberBodies bodies)
{
    private readonly ObjectReading _objects = new(values, bodies);
    private readonly TypeArgumentReading _typeArguments = new(values);

    /// <summary>The expression that has the object whose member is being read; null for an object of which only its class is known.</summary>
    public IOperation? Instance { get; private set; }

    /// <summary>Whether something that would count was out of reach.</summary>
    public bool IsPartial { get; set; }

    /// <param name="use">The call or reference.</param>
    /// <param name="unknown">The unknown value.</param>
    /// <param name="read">Reads an expression.</param>
    /// <param name="ofParameter">The value of a parameter, which a record's property has.</param>
    public ImmutableArray<T> Read<T>(IOperation use, T unknown, Func<IOperation, ImmutableArray<T>> read, Func<IParameterSymbol, T> ofParameter)
        where T : IOpenValue<T>
    {
        if (use is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called } invoke)
        {
            return values.Functions.Read(called, invoke, unknown, read, ofParameter);
        }

        if (use is IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "Lazy" }, Instance: { } lazy })
        {
            return values.Functions.OfLazy(lazy, unknown, read);
        }

        if (MemberOf(use) is not { } member)
        {
            return [unknown];
        }

        return RecordCopies.Of(use, values) is { } origins ? [.. origins.SelectMany(origin => OfCopied(origin)).Distinct()] : Read(member, use, ReceiverOf(use), unknown, read, ofParameter);

        ImmutableArray<T> OfCopied(IOperation? origin) => origin is null ? [unknown]
            : RecordCopies.Replaced(origin, member) is { } replaced ? values.Once(replaced.Syntax.Parent!, unknown, () => read(replaced))
            : origin is IWithOperation ? [unknown]
            : Read(member, use, origin, unknown, read, ofParameter);
    }

    private ImmutableArray<T> Read<T>(ISymbol member, IOperation use, IOperation? receiver, T unknown, Func<IOperation, ImmutableArray<T>> read, Func<IParameterSymbol, T> ofParameter)
        where T : IOpenValue<T>
    {
        var members = RunningFor(member, use);
        if (Instance is null && unknown is TextPattern && MemberTexts.Of(use, member, members, bodies) is { } decided)
        {
            return [(T)(object)TextPattern.Of(decided)];
        }

        if (member.DeclaringSyntaxReferences.IsEmpty)
        {
            // What the object's class decides applies to this object only.
            var described = Described(member, unknown);
            return Substituted(receiver is IInstanceReferenceOperation || unknown is not TextPattern ? described : [.. described.Select(value => value is TextPattern text && text.Members.Any() ? unknown : value)], [member], use, receiver);
        }

        var found = On(receiver, () => members.SelectMany(one => values.While(KnownArguments.Of(values.Known, use, MethodOf(one)), () => OfMember(one, use, unknown, read, ofParameter))).Distinct().ToImmutableArray());
        if (found.IsEmpty)
        {
            return [unknown];
        }

        return Substituted(_typeArguments.In(found, use), members.Add(member), use, receiver);
    }

    /// <summary>Reads the code of an object's member.</summary>
    /// <param name="receiver">The object.</param>
    /// <param name="read">Reads the code.</param>
    public ImmutableArray<T> On<T>(IOperation? receiver, Func<ImmutableArray<T>> read)
    {
        var outer = Instance;
        Instance = receiver is IInstanceReferenceOperation ? outer : receiver;
        var found = read();
        Instance = outer;
        return found;
    }

    /// <summary>What depends on the arguments of a method, or on those of the constructor of its object, becomes what they are.</summary>
    internal ImmutableArray<T> Substituted<T>(ImmutableArray<T> found, ImmutableArray<ISymbol> members, IOperation use, IOperation? receiver)
        where T : IOpenValue<T>
    {
        if (found.Any(value => value.HasParameters) && members.Select(MethodOf).OfType<IMethodSymbol>().ToList() is { Count: > 0 } methods)
        {
            found = Substitute(found, values.ArgumentsOf(use, [.. methods.SelectMany(method => CallArguments.PartsOf(method))]));
        }

        if (!found.Any(value => value.HasParameters))
        {
            return found;
        }

        return receiver is not null && Branches.Unconverted(receiver) is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } handedIn } && ValueReader.CanForward(handedIn)
            ? [.. found.Select(value => value.Through(handedIn))]
            : receiver is null or IInstanceReferenceOperation ? found
            : values.MadeOf(receiver) is [var first, ..] made && made.All(one => one.IsOfSame(first)) ? [.. made.SelectMany(one => Substitute(found, one)).Distinct()]
            : found is ImmutableArray<ClientValue> || values.Origins(receiver).All(MayBeInjected) ? found
            : Substitute(found, new CallArguments([.. members[0].ContainingType.OriginalDefinition.InstanceConstructors]));
    }

    // A service is the same object for all. Others are not: who makes one of them says nothing about this one.
    private static bool MayBeInjected(IOperation? origin) => origin is IParameterReferenceOperation or IInstanceReferenceOperation
        || (origin is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Type: var type } && MayBeService(type))
        || origin is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, Name: "GetService" or "GetRequiredService" or "GetKeyedService" or "GetRequiredKeyedService" } };

    // What only its own class makes is a value, such as a path that grows by segments.
    private static bool MayBeService(ITypeSymbol? type) => type is not INamedTypeSymbol named || (!named.IsValueType && (named.InstanceConstructors.IsEmpty || named.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility != Accessibility.Private)));

    // An indexer has arguments as a method has.
    private static IMethodSymbol? MethodOf(ISymbol member) => member as IMethodSymbol ?? (member is IPropertySymbol { IsIndexer: true } indexer ? indexer.GetMethod : null);

    /// <summary>Whether the code of the whole project is in reach. Notes that it counts.</summary>
    public bool IsOfProject
    {
        get
        {
            IsPartial |= !bodies.IsOfProject;
            return bodies.IsOfProject;
        }
    }

    /// <summary>The meaning of a piece of code that counts; null, and noted, if it is out of reach.</summary>
    public IOperation? CodeOf(SyntaxNode code, IOperation? use)
    {
        var operation = bodies.Of(code, use);
        IsPartial |= operation is null;
        return operation;
    }

    /// <summary>The expressions of which one is the member's value, with their meaning; empty if that is unknown.</summary>
    public ImmutableArray<IOperation> SourcesOf(ISymbol member, IOperation? use)
    {
        if (member is IFieldSymbol { IsReadOnly: false, IsConst: false, DeclaredAccessibility: not Accessibility.Private } field && !bodies.IsOwn(field))
        {
            IsPartial |= !bodies.IsOfProject;
            return [];
        }

        var operations = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var expression in ValueSources.Of(member))
        {
            if (CodeOf(expression, use) is not { } operation)
            {
                return [];
            }

            operations.Add(operation);
        }

        return operations.ToImmutable();
    }

    /// <summary>The member that a call or reference names.</summary>
    public static ISymbol? MemberOf(IOperation use) => use switch
    {
        IInvocationOperation call => call.TargetMethod.ReducedFrom ?? call.TargetMethod,
        IMemberReferenceOperation reference => reference.Member,
        IConversionOperation conversion => conversion.OperatorMethod,
        _ => null,
    };

    private static IOperation? ReceiverOf(IOperation use) => use switch
    {
        IInvocationOperation call => call.Instance,
        IMemberReferenceOperation { Instance: { } instance } => PatternInput.ObjectOf(instance),
        IConversionOperation conversion => conversion.Operand,
        _ => null,
    };

    private ImmutableArray<T> OfMember<T>(ISymbol member, IOperation use, T unknown, Func<IOperation, ImmutableArray<T>> read, Func<IParameterSymbol, T> ofParameter)
        where T : IOpenValue<T>
    {
        if (member.DeclaringSyntaxReferences[0].GetSyntax() is ParameterSyntax)
        {
            var made = Instance is null or IInstanceReferenceOperation ? [] : values.Origins(Instance);
            if (member is IPropertySymbol { SetMethod.IsInitOnly: false } || made.Any(origin => origin is IWithOperation copy && RecordCopies.Replaced(copy, member) is not null))
            {
                return [unknown];
            }

            if (made.Any(origin => origin is IObjectCreationOperation { Initializer: not null }))
            {
                return _objects.Read(member, Instance, unknown, read);
            }

            return member.ContainingType.OriginalDefinition.InstanceConstructors
                .Where(constructor => constructor.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is TypeDeclarationSyntax)
                .SelectMany(constructor => constructor.Parameters)
                .FirstOrDefault(parameter => parameter.Name == member.Name) is { } positional
                ? [ofParameter(positional)]
                : [unknown];
        }

        var sources = SourcesOf(member, use);
        // Around the expression, since the expression itself may be a variable, which is read once as well.
        return sources.IsEmpty
            ? member is IMethodSymbol ? [unknown] : _objects.Read(member, Instance, unknown, read)
            : [.. PossibleReturns.Of(sources, values.Known).SelectMany(source => values.Once(source.Syntax.Parent!, unknown, () => read(source)))];
    }

    /// <summary>What a member of a library returns, as its build described it.</summary>
    public ImmutableArray<T> Described<T>(ISymbol member, T unknown)
        where T : IOpenValue<T>
    {
        var described = DescribedValues.Of<T>(member, bodies);
        IsPartial |= described is null && UserCode.Includes(member);
        return described is { IsEmpty: false } values ? values : [unknown];
    }

    /// <summary>What may run where a member is named: a virtual one is what the classes that can be made have in its place. None if that is out of reach.</summary>
    internal ImmutableArray<ISymbol> RunningFor(ISymbol member, IOperation use)
    {
        if ((member.DeclaringSyntaxReferences.IsEmpty && !UserCode.Includes(member)) || (!member.IsAbstract && ((!member.IsVirtual && !member.IsOverride) || ReceiverOf(use)?.Syntax is BaseExpressionSyntax)))
        {
            return [member];
        }

        var method = member as IMethodSymbol ?? (member as IPropertySymbol)?.GetMethod;
        if (bodies.Implementations is null || method is null)
        {
            IsPartial = true;
            return [];
        }

        var receiver = (ReceiverOf(use) is { } instance ? values.Known?.ValueOf(instance, instance.SemanticModel)?.Type : null) ?? (use as IMemberReferenceOperation)?.ConstrainedToType ?? (use as IInvocationOperation)?.ConstrainedToType ?? ReceiverOf(use)?.Type;
        return [.. (member.IsAbstract ? bodies.Implementations.Of(method, receiver) : bodies.Implementations.OfMade(method, receiver))
            .Where(implementation => !implementation.IsAbstract)
            .Select(implementation => implementation.AssociatedSymbol ?? implementation)
            .Where(implementation => !implementation.DeclaringSyntaxReferences.IsEmpty)];
    }

    private static ImmutableArray<T> Substitute<T>(ImmutableArray<T> values, CallArguments arguments)
        where T : IOpenValue<T> => [.. values.SelectMany(value => value.Substitute(arguments)).Distinct()];
}
