using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values;

/// <summary>The verb of a request as far as it can be read.</summary>
internal sealed class VerbPattern : IEquatable<VerbPattern>, IOpenValue<VerbPattern>
{
    private VerbPattern(ImmutableArray<string> names, IParameterSymbol? parameter, IParameterSymbol? given = null) => (Names, Parameter, Object) = (names, parameter, given);

    /// <summary>An unknown verb.</summary>
    public static VerbPattern Unknown { get; } = new([], null);

    /// <summary>The possible verbs in capitals; none if nothing is known.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The parameter of the enclosing method with the verb.</summary>
    public IParameterSymbol? Parameter { get; }

    /// <summary>The parameter with the object of whose constructor <see cref="Parameter"/> is; null if it is not known which object it is.</summary>
    public IParameterSymbol? Object { get; }

    /// <summary>The verb, if it is certain.</summary>
    public string? Name => Names.Length == 1 ? Names[0] : null;

    // HttpMethod ignores case, and sends the verbs that it knows in capitals.
    public static VerbPattern Of(string name) => new([name.ToUpperInvariant()], null);

    public static VerbPattern Of(IParameterSymbol parameter) => new([], parameter);

    /// <summary>The verb that <c>new HttpMethod(text)</c> creates.</summary>
    public static VerbPattern Of(TextPattern text) =>
        text.Literal is { } name ? Of(name) : text.IsParameter(out var parameter) ? Of(parameter) : Unknown;

    /// <summary>One of these verbs. It is not known which address each belongs to.</summary>
    public static VerbPattern AnyOf(ImmutableArray<VerbPattern> verbs) => verbs switch
    {
        [var only] => only,
        _ when verbs.All(verb => !verb.Names.IsEmpty) => new([.. verbs.SelectMany(verb => verb.Names).Distinct()], null),
        _ => Unknown,
    };

    /// <inheritdoc/>
    public bool HasParameters => Parameter is not null;

    /// <inheritdoc/>
    public ImmutableArray<VerbPattern> Substitute(CallArguments arguments) =>
        Object is not null ? arguments.ObjectFor(Object) is { } further ? [new(Names, Parameter, further)]
            : [.. arguments.OfObject(Object, Parameter!).SelectMany(given => given?.Verbs is { IsEmpty: false } verbs ? verbs : [Unknown]).Distinct()]
        : Parameter is null || !arguments.Decides(Parameter) ? [this]
        : arguments.TryGet(Parameter, out var argument) && !argument.Verbs.IsEmpty ? argument.Verbs
        : [Unknown];

    /// <inheritdoc/>
    public VerbPattern Through(IParameterSymbol parameter) =>
        Parameter is { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } && Object is null ? new(Names, Parameter, parameter) : this;

    /// <inheritdoc/>
    public bool Equals(VerbPattern? other) => other is not null
        && Names.SequenceEqual(other.Names)
        && SymbolEqualityComparer.Default.Equals(Parameter, other.Parameter)
        && SymbolEqualityComparer.Default.Equals(Object, other.Object);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VerbPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => Names.Aggregate(SymbolEqualityComparer.Default.GetHashCode(Parameter), (hash, name) => unchecked((hash * 31) + name.GetHashCode()));

    /// <inheritdoc/>
    public override string ToString() => Names.IsEmpty ? "?" : string.Join("|", Names);
}
