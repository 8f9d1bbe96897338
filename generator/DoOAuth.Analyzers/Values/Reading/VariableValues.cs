using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>Reads the values that a local or a parameter may have at one use of it.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="values">Reads the elements of what a loop runs through, or an assignment takes apart.</param>
/// <param name="read">Reads an expression that is assigned.</param>
/// <param name="unknown">The unknown value.</param>
internal sealed class VariableValues<T>(ValueReader values, Func<IOperation, ImmutableArray<T>> read, T unknown)
{
    private const int MostValues = 512;

    // A value that grows in many branches has more and more values.
    private const int MostGrowing = 32;

    /// <summary>The values after <c>+=</c>, if the type has it.</summary>
    public Func<ImmutableArray<T>, ImmutableArray<T>, ImmutableArray<T>>? Append { get; init; }

    /// <summary>Whether a loop has made a value longer.</summary>
    public bool HasGrownInLoop { get; private set; }

    /// <summary>Makes many values fewer, without loss of what they are read for.</summary>
    public Func<ImmutableArray<T>, ImmutableArray<T>>? Join { get; init; }

    /// <summary>Reads an expression that <c>+=</c> adds.</summary>
    public Func<IOperation, ImmutableArray<T>>? ReadPart { get; init; }

    /// <summary>The values after a property of the variable is assigned.</summary>
    public Func<ImmutableArray<T>, IPropertyReferenceOperation, IOperation, ImmutableArray<T>>? Change { get; init; }

    /// <summary>The values after a property of the variable gets a value that is made of its old one; null for what is counted up or down.</summary>
    public Func<ImmutableArray<T>, IPropertyReferenceOperation, IOperation?, ImmutableArray<T>>? Grow { get; init; }

    /// <summary>The values after a method of the variable is called; nothing for one that leaves them alone.</summary>
    public Func<ImmutableArray<T>, IInvocationOperation, bool, ImmutableArray<T>?>? Call { get; init; }

    /// <summary>The values after a method of the project was given the object; null if it leaves it alone.</summary>
    public Func<ImmutableArray<T>, IArgumentOperation, ImmutableArray<T>?>? Passed { get; init; }

    /// <summary>The values that a method of the project gives a parameter that is <c>out</c>.</summary>
    public Func<IInvocationOperation, IParameterSymbol, ImmutableArray<T>>? OutValues { get; init; }

    /// <summary>The values that a method <c>Deconstruct</c> of the project gives a variable, by the object, the variable's place and their number.</summary>
    public Func<IOperation, int, int, ImmutableArray<T>>? Deconstructed { get; init; }

    /// <summary>The values at a use; never none.</summary>
    /// <param name="use">The reference to the variable.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="initial">The value of a parameter at the beginning.</param>
    public ImmutableArray<T> At(IOperation use, ISymbol variable, params ImmutableArray<T> initial)
    {
        if (Call is not null && VariableMentions.In(VariableScope.Of(use, variable).Syntax, variable.Name).Escapes(IsMethodOfBuilder))
        {
            return [unknown];
        }

        if (variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } captured && IsAssignedInType(captured))
        {
            return [unknown];
        }

        if (!ByCalls && variable is ILocalSymbol local && VariableScope.OnlyValue(use, local) is { } value)
        {
            return read(value);
        }

        if (initial.Length > 0 && Passed is null && !VariableMentions.In(VariableScope.Of(use, variable).Syntax, variable.Name).MayChange)
        {
            return initial;
        }

        var definitions = VariableDefinitions.Of(use, variable, ByCalls, values.Known);
        return Evaluated(definitions, definitions.Reaching(use), variable, initial);
    }

    /// <summary>The values that a method gives a parameter that is <c>out</c>; never none.</summary>
    /// <param name="method">The method.</param>
    /// <param name="parameter">The parameter.</param>
    public ImmutableArray<T> AtEnd(IOperation method, IParameterSymbol parameter)
    {
        var definitions = VariableDefinitions.Of(method, parameter, byCalls: false, values.Known);
        return Evaluated(definitions, definitions.AtEnd, parameter, []);
    }

    private ImmutableArray<T> Evaluated(VariableDefinitions definitions, ImmutableArray<Definition> some, ISymbol variable, ImmutableArray<T> initial)
    {
        var found = new DefinitionValues<T>(
            definitions,
            initial,
            (definition, before) => Assigned(definition.Operation!, variable, before, definition.MayRepeat),
            operation => DependsOnBefore(operation, variable),
            values.Memory.MayGoOn).Of(some);
        if (found.Length > MostValues)
        {
            values.Memory.Reach(MostValues, "values of a variable");
        }

        return found.Length is 0 or > MostValues ? [unknown] : found;
    }

    private bool ByCalls => Call is not null || Passed is not null;

    private static bool IsMethodOfBuilder(string name) => name is "Append" or "AppendFormat" or "AppendLine" or "AppendJoin" or "Insert" or "Remove" or "Replace" or "Clear"
        or "ToString" or "EnsureCapacity" or "Equals" or "GetHashCode" or "CopyTo";

    // The parameter of a class, which all of its methods share.
    private static bool IsAssignedInType(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences is [var declaration, ..]
        && declaration.GetSyntax() is { Parent.Parent: TypeDeclarationSyntax }
        && parameter.ContainingType.DeclaringSyntaxReferences.Any(type => MemberWrites.To(parameter.Name, type.GetSyntax()).Any(write => write is IdentifierNameSyntax && !MemberWrites.IsOfOther(write, parameter.Name, "")));

    private ImmutableArray<T>? Assigned(IOperation operation, ISymbol variable, ImmutableArray<T> before, bool isInLoop)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when VariableChanges.Is(declarator.Symbol, variable):
                return declarator.GetVariableInitializer() is { } initializer ? Value(initializer.Value)
                    : declarator.Parent is IForEachLoopOperation loop ? AnyOf(values.Collections.ElementsOf(loop.Collection))
                    : [];
            case ISimpleAssignmentOperation { Target: var target, Value: var value } when VariableChanges.IsReference(target, variable):
                return Value(value);
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } property, Value: var value }
                when Change is not null && VariableChanges.IsReference(instance, variable):
                return Given(value, () => Change(before, property, value));
            case ICompoundAssignmentOperation { Target: var target } sum when VariableChanges.IsReference(target, variable):
                HasGrownInLoop |= isInLoop;
                return Append is null || sum.OperatorKind != BinaryOperatorKind.Add ? [unknown]
                    : Append(before, isInLoop ? [unknown] : Given(sum.Value, () => (ReadPart ?? read)(sum.Value)));
            case ICompoundAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } property } sum when VariableChanges.IsReference(instance, variable):
                var added = sum.OperatorKind == BinaryOperatorKind.Add && !isInLoop ? sum.Value : null;
                return Grow is null ? null : added is null ? Grow(before, property, null) : Given(added, () => Grow(before, property, added));
            case IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation property }:
                return Grow?.Invoke(before, property, null);
            case ICoalesceAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } property, Value: var value }
                when Change is not null && VariableChanges.IsReference(instance, variable):
                return [.. before.Union(Given(value, () => Change(before, property, value)))];
            // It is reached only where the variable is null: another path goes around it.
            case ICoalesceAssignmentOperation { Target: var target, Value: var value } when VariableChanges.IsReference(target, variable):
                return Value(value);
            case IInvocationOperation { Instance: { } instance } call when Call is not null && VariableChanges.IsReference(VariableChanges.RootOf(instance), variable):
                return Call(before, call, isInLoop);
            case IArgumentOperation { Parameter.RefKind: RefKind.None } passed:
                return Passed?.Invoke(before, passed);
            case IDeconstructionAssignmentOperation { Target: var targets, Value: var taken } when VariableChanges.Mentions(targets, variable):
                return Apart(targets, taken, variable);
            case IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation { Instance: { } entries, Arguments: [var key, _], TargetMethod: { Name: "TryGetValue", DeclaringSyntaxReferences.IsEmpty: true } } } found when VariableChanges.Mentions(found.Value, variable):
                return AnyOf(values.Collections.ElementsAt(entries, key.Value));
            case IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } caller } given when VariableChanges.Mentions(given.Value, variable):
                return OutValues?.Invoke(caller, given.Parameter!) ?? [unknown];
            case IDeclarationExpressionOperation { Parent: IForEachLoopOperation { Collection: var collection } } declared when VariableChanges.Mentions(declared, variable):
                return AnyOf(values.Collections.ElementsOf(collection) is { IsEmpty: false } tuples ? [.. tuples.SelectMany(tuple => Items(declared, tuple, variable))]
                    : PlaceOf(declared, variable) is ( < 2 and var place, 2) ? values.Collections.EntriesOf(collection, keys: place == 0)
                    : []);
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument when VariableChanges.Mentions(argument.Value, variable):
                return [unknown];
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared } when VariableChanges.Is(declared, variable):
            case IRecursivePatternOperation { DeclaredSymbol: { } named } when VariableChanges.Is(named, variable):
            case IListPatternOperation { DeclaredSymbol: { } list } when VariableChanges.Is(list, variable):
                return PatternInput.Of(operation) is { } matched ? Value(matched) : [unknown];
            case IIncrementOrDecrementOperation:
                return [unknown];
            default:
                return null;
        }

        ImmutableArray<T> Value(IOperation value) => Given(value, () => read(value));

        // Where the value names the variable itself, that is its value before.
        ImmutableArray<T> Given(IOperation value, Func<ImmutableArray<T>> get) =>
            NamesIn(value.Syntax, variable.Name) is { Count: > 0 } names
                ? values.Memory.Given(names, (before = Joined(before)).Length is 0 || IsTooMany(before.Length) ? [unknown] : isInLoop ? [.. before.Union([unknown])] : before, get)
                : get();
    }

    // Nothing is left of what a plain assignment replaces, unless it is a part of the new value.
    private static bool DependsOnBefore(IOperation operation, ISymbol variable) => operation switch
    {
        IDeclarationExpressionOperation => false,
        IVariableDeclaratorOperation or IPatternOperation => NamesIn(operation.Syntax, variable.Name).Count > 0,
        ICoalesceAssignmentOperation { Target: var target, Value: var value } when VariableChanges.IsReference(target, variable) => NamesIn(value.Syntax, variable.Name).Count > 0,
        IDeconstructionAssignmentOperation { Value: var value } => NamesIn(value.Syntax, variable.Name).Count > 0,
        ISimpleAssignmentOperation { Target: var target, Value: var value } when VariableChanges.IsReference(target, variable) => NamesIn(value.Syntax, variable.Name).Count > 0,
        IArgumentOperation { Parameter.RefKind: RefKind.Out } => false,
        _ => true,
    };

    private ImmutableArray<T> Joined(ImmutableArray<T> before) => before.Length > MostGrowing && Join is not null ? Join(before) : before;

    private bool IsTooMany(int count)
    {
        if (count > MostGrowing)
        {
            values.Memory.Reach(MostGrowing, "values of a variable that grows");
        }

        return count > MostGrowing;
    }

    private static List<SyntaxNode> NamesIn(SyntaxNode value, string name) =>
    [
        .. value.DescendantNodesAndSelf(node => node is not AnonymousFunctionExpressionSyntax)
            .Where(node => node is IdentifierNameSyntax { Identifier.ValueText: var text } && text == name),
    ];

    private ImmutableArray<T> AnyOf(ImmutableArray<IOperation> operations) => operations.IsEmpty ? [unknown] : [.. operations.SelectMany(operation => read(operation)).Distinct()];

    private ImmutableArray<T> Apart(IOperation targets, IOperation taken, ISymbol variable)
    {
        var items = Items(targets, taken, variable);
        return items.IsEmpty && Deconstructed is not null && PlaceOf(targets, variable) is (var place, var count) && Deconstructed(Branches.Unconverted(taken), place, count) is { IsEmpty: false } given
            ? given
            : AnyOf(items);
    }

    // The expressions of which one is what the variable gets.
    private ImmutableArray<IOperation> Items(IOperation targets, IOperation taken, ISymbol variable)
    {
        return PlaceOf(targets, variable) is (var place, _) ? values.Collections.ItemsOf(taken, place) : [];
    }

    private static (int Place, int Count)? PlaceOf(IOperation targets, ISymbol variable)
    {
        if ((targets is IDeclarationExpressionOperation declaration ? declaration.Expression : targets) is ITupleOperation { Elements: var parts })
        {
            for (var position = 0; position < parts.Length; position++)
            {
                if (VariableChanges.IsReference(parts[position] is IDeclarationExpressionOperation { Expression: var one } ? one : parts[position], variable))
                {
                    return (position, parts.Length);
                }
            }
        }

        return null;
    }
}
