using System.Collections.Immutable;
using DoOAuth.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>
/// What is known about parameters because of what a call passes: <c>tail is null ? "/v2/apps" : $"/v2/apps/{tail}"</c> is only one of the two for a call
/// that says whether there is a <c>tail</c>.
/// </summary>
internal sealed class KnownArguments : ConditionDecision, IEquatable<KnownArguments>
{
    private readonly ImmutableDictionary<IParameterSymbol, KnownValue> _values;

    private KnownArguments(ImmutableDictionary<IParameterSymbol, KnownValue> values) => _values = values;

    /// <summary>What is known in a method, with what was known where it is called; null for nothing.</summary>
    /// <param name="outer">What is known where it is called.</param>
    /// <param name="call">The call, the creation or the use of an indexer.</param>
    /// <param name="method">The method that runs.</param>
    public static KnownArguments? Of(KnownArguments? outer, IOperation call, IMethodSymbol? method)
    {
        var values = (outer ?? Nothing)._values;
        foreach (var part in method is null ? [] : CallArguments.PartsOf(method))
        {
            var arguments = part.DeclaringSyntaxReferences.IsEmpty ? [] : ValueReader.ArgumentsOf(call);
            values = outer is null ? values : values.RemoveRange(part.Parameters);
            foreach (var argument in arguments)
            {
                if (argument.Parameter is { } given
                    && part.Parameters.ElementAtOrDefault(given.Ordinal) is { } parameter
                    && IsAskedFor(parameter, part)
                    && !MayChange(parameter, part)
                    && (outer ?? Nothing).ValueOf(argument.Value, argument.SemanticModel) is { } value)
                {
                    values = values.SetItem(parameter, value);
                }
            }
        }

        return values.IsEmpty ? null : new KnownArguments(values);
    }

    /// <summary>What is known in a lambda that gets an element.</summary>
    public static KnownArguments OfElement(IParameterSymbol parameter, IOperation element) =>
        Nothing.ValueOf(element, element.SemanticModel) is { } value ? new KnownArguments(Nothing._values.Add(parameter, value)) : Nothing;

    private static KnownArguments Nothing { get; } = new(ImmutableDictionary.Create<IParameterSymbol, KnownValue>(SymbolEqualityComparer.Default));

    /// <inheritdoc/>
    protected override KnownValue? ValueOf(ISymbol variable, IOperation use) => variable is IParameterSymbol parameter && _values.TryGetValue(parameter, out var value) ? value : null;

    /// <inheritdoc/>
    public bool Equals(KnownArguments? other) => other is not null
        && (ReferenceEquals(_values, other._values) || (_values.Count == other._values.Count && _values.All(value => other._values.TryGetValue(value.Key, out var same) && same.Equals(value.Value))));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KnownArguments);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(_values.Count, (hash, value) => hash ^ SymbolEqualityComparer.Default.GetHashCode(value.Key) ^ value.Value.GetHashCode());

    /// <summary>Whether any code may ask for what is known, other than calls that only pass it on.</summary>
    /// <param name="passesOn">Whether a call does nothing else with it.</param>
    public bool IsAskedFor(Func<InvocationExpressionSyntax, bool> passesOn) =>
        _values.Keys.Any(parameter => parameter.ContainingSymbol is IMethodSymbol method && IsAskedFor(parameter, method, passesOn));

    // The methods of a class share the parameters of its declaration.
    private static bool MayChange(IParameterSymbol parameter, IMethodSymbol method) =>
        (method.MethodKind == MethodKind.Constructor ? method.ContainingType : (ISymbol)method).DeclaringSyntaxReferences.Any(declaration => VariableMentions.In(declaration.GetSyntax(), parameter.Name).MayChange);

    // Most parameters are only a part of a text, or what is sent.
    private static bool IsAskedFor(IParameterSymbol parameter, IMethodSymbol method, Func<InvocationExpressionSyntax, bool>? passesOn = null) =>
        method.DeclaringSyntaxReferences.Any(declaration => VariableMentions.In(declaration.GetSyntax(), parameter.Name).Tokens.Any(token => token.Parent is IdentifierNameSyntax { Parent: var place } && place switch
        {
            InterpolationSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } => false,
            ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "HttpRequestMessage" or "Uri" } } } => false,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => passesOn is null || !passesOn(call),
            _ => true,
        }));
}
