using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>What a call passes, by the parameters of the methods that may run: an implementation and a partial method's part have their own.</summary>
/// <param name="methods">The methods.</param>
internal sealed class CallArguments(params ImmutableArray<IMethodSymbol> methods)
{
    private readonly Dictionary<IParameterSymbol, ArgumentValues> _values = new(SymbolEqualityComparer.Default);

    private ImmutableArray<IMethodSymbol> Methods => methods;

    /// <summary>Adds an argument by the place of its parameter; a receiver comes first.</summary>
    public void Add(int ordinal, ArgumentValues values)
    {
        foreach (var method in methods)
        {
            if (ParameterAt(ordinal, method) is { } parameter)
            {
                _values[parameter] = values;
            }
        }
    }

    /// <summary>Whether callers decide on a part of it.</summary>
    public bool HasParameters => _values.Values.Any(values => values.HasParameters);

    /// <summary>The same with another argument for the parameters with this name, as a copy of a record has it.</summary>
    public CallArguments Replace(string name, ArgumentValues values)
    {
        var replaced = And(new CallArguments());
        foreach (var parameter in methods.SelectMany(method => method.Parameters).Where(parameter => parameter.Name == name))
        {
            replaced._values[parameter] = values;
        }

        return replaced;
    }

    /// <summary>The arguments of two calls.</summary>
    public CallArguments And(CallArguments other)
    {
        var both = new CallArguments([.. methods, .. other.Methods]);
        foreach (var argument in _values.Concat(other._values))
        {
            both._values[argument.Key] = argument.Value;
        }

        return both;
    }

    /// <summary>The arguments where what depends on another call's arguments is known.</summary>
    public CallArguments Substitute(CallArguments arguments)
    {
        var known = new CallArguments(methods);
        foreach (var argument in _values)
        {
            known._values[argument.Key] = argument.Value.Substitute(arguments);
        }

        return known;
    }

    /// <summary>Whether both are arguments of the same methods.</summary>
    public bool IsOfSame(CallArguments other) => methods.Length == other.Methods.Length && methods.All(method => other.Methods.Contains(method, SymbolEqualityComparer.Default));

    /// <summary>Whether the call decides what the parameter is, be it nothing that can be read.</summary>
    public bool Decides(IParameterSymbol parameter) =>
        methods.Any(method => SymbolEqualityComparer.Default.Equals(method, parameter.ContainingSymbol)
            || (method.ContainingType is { IsExtension: true } extension && SymbolEqualityComparer.Default.Equals(extension, parameter.ContainingSymbol)));

    /// <summary>What the objects were made with that the call may pass; null among them for what cannot be read.</summary>
    /// <param name="given">The parameter with the object.</param>
    /// <param name="parameter">The parameter of the object's constructor.</param>
    public ImmutableArray<ArgumentValues?> OfObject(IParameterSymbol given, IParameterSymbol parameter) => TryGet(given, out var argument) && !argument.Made.IsEmpty
        ? [.. argument.Made.Select(made => made.TryGet(parameter, out var values) ? values : null)]
        : [null];

    /// <summary>The parameter that has the object of another one, where the call comes from; null for none.</summary>
    public IParameterSymbol? ObjectFor(IParameterSymbol given) => !Decides(given) ? given : TryGet(given, out var argument) ? argument.Object : null;

    public bool TryGet(IParameterSymbol parameter, [NotNullWhen(true)] out ArgumentValues? values) => _values.TryGetValue(parameter, out values);

    /// <summary>The parameter at a place.</summary>
    public static IParameterSymbol? ParameterAt(int ordinal, IMethodSymbol method)
    {
        var receivers = method is { IsStatic: false, ContainingType.IsExtension: true } ? 1 : 0;
        return ordinal < receivers ? method.ContainingType.ExtensionParameter : method.Parameters.ElementAtOrDefault(ordinal - receivers);
    }

    /// <summary>A parameter's place where a receiver comes first: members of extension blocks do not count theirs.</summary>
    public static int OrdinalOf(IParameterSymbol parameter, IMethodSymbol method) =>
        parameter.Ordinal + (method is { IsStatic: false, ContainingType.IsExtension: true } ? 1 : 0);

    /// <summary>A method and the parts of which it consists, as they are declared.</summary>
    public static ImmutableArray<IMethodSymbol> PartsOf(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return (definition.PartialImplementationPart ?? definition.PartialDefinitionPart) is { } part ? [definition, part] : [definition];
    }
}
