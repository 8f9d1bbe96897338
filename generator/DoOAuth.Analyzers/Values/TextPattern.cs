using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoOAuth.Analyzers.Values;

/// <summary>A string value as far as it can be read.</summary>
internal sealed class TextPattern : IEquatable<TextPattern>, IOpenValue<TextPattern>
{
    // Longer than addresses are. What is built to be longer, for example by doubling, is unknown.
    private const int MostPieces = 128;
    private const int MostLength = 8_192;

    // More than anyone combines.
    private const int MostCombinations = 512;

    private object? _form;

    private TextPattern(ImmutableArray<TextPiece> pieces) => Pieces = pieces;

    /// <summary>What somebody reads of the value. It is read once.</summary>
    /// <typeparam name="T">What is read: always the same.</typeparam>
    public T FormOf<T>(Func<TextPattern, T> read)
        where T : class => (T)(_form ??= read(this));

    public static TextPattern Empty { get; } = new([]);

    /// <summary>An unknown value.</summary>
    public static TextPattern Hole { get; } = new([new TextPiece(null)]);

    /// <summary>An unknown value that is a query.</summary>
    public static TextPattern Query { get; } = new([new TextPiece(null, IsQuery: true)]);

    /// <summary>An unknown value that is a number, or written like one.</summary>
    public static TextPattern Value { get; } = new([new TextPiece(null, IsValue: true)]);

    /// <summary>The parts. Known texts are never adjacent or empty.</summary>
    public ImmutableArray<TextPiece> Pieces { get; }

    /// <summary>The whole text, if all of it is known.</summary>
    public string? Literal => Pieces switch
    {
        [] => "",
        [{ Text: { } text }] => text,
        _ => null,
    };

    /// <inheritdoc/>
    public bool HasParameters => Pieces.Any(piece => piece.Parameter is not null || piece.Change is { Replacement.HasParameters: true });

    public static TextPattern Of(string text) => text.Length == 0 ? Empty : new([new TextPiece(text)]);

    public static TextPattern Of(IParameterSymbol parameter, bool isQuery = false, InvocationExpressionSyntax? mappedBy = null) =>
        new([new TextPiece(null, parameter, isQuery, Source: parameter.Type.SpecialType == SpecialType.System_String ? new TextSource(parameter) { MappedBy = mappedBy } : null)]);

    /// <summary>A value of some pieces; none of them is an empty text.</summary>
    public static TextPattern Of(ImmutableArray<TextPiece> pieces) => new(pieces);

    /// <summary>A value of one piece.</summary>
    public static TextPattern Of(TextPiece piece) => new([piece]);

    /// <summary>A value on which the code does not decide.</summary>
    public static TextPattern Of(TextSource source, bool isQuery = false) => new([new TextPiece(null, IsQuery: isQuery, Source: source)]);

    /// <summary>Whether nothing is known about it, except for who decides it.</summary>
    public bool IsHole => Pieces is [{ Text: null, Parameter: null, Member: null, IsQuery: false, IsValue: false }];

    /// <summary>Who decides the whole value, if it is not the code.</summary>
    public TextSource? Source => Pieces.Length == 1 ? Pieces[0].Source : null;

    /// <summary>The value with another source.</summary>
    public TextPattern WithSource(TextSource? source) => Pieces.Length == 1 && Pieces[0].Text is null ? new([Pieces[0] with { Source = source }]) : this;

    /// <summary>Whether the code decides all of it, as far as that is known.</summary>
    public bool HasNoSource => Pieces.All(piece => piece.Source is null);

    /// <summary>The value without sources: two values of which the same is known are the same.</summary>
    public TextPattern WithoutSources() => Pieces.Any(piece => piece.Source is not null) ? new([.. Pieces.Select(piece => piece with { Source = null })]) : this;

    public TextPattern Append(TextPattern other)
    {
        if (Pieces.IsEmpty || other.Pieces.IsEmpty)
        {
            return Pieces.IsEmpty ? other : this;
        }

        if (Pieces.Length + other.Pieces.Length > MostPieces)
        {
            return CutOff(MostPieces, "parts of a text");
        }

        if (LengthOf(Pieces) + LengthOf(other.Pieces) > MostLength)
        {
            return CutOff(MostLength, "characters of a text");
        }

        return Pieces[Pieces.Length - 1].Text is { } last && other.Pieces[0].Text is { } first
            ? new([.. Pieces.Take(Pieces.Length - 1), new TextPiece(last + first), .. other.Pieces.Skip(1)])
            : new(Pieces.AddRange(other.Pieces));
    }

    private static int LengthOf(ImmutableArray<TextPiece> pieces)
    {
        var length = 0;
        foreach (var piece in pieces)
        {
            length += piece.Text?.Length ?? 0;
        }

        return length;
    }

    /// <summary>Whether the whole value comes from one parameter.</summary>
    public bool IsParameter([NotNullWhen(true)] out IParameterSymbol? parameter)
    {
        parameter = Pieces.Length == 1 && Pieces[0].Change is null ? Pieces[0].Parameter : null;
        return parameter is not null;
    }

    /// <summary>The value behind its first piece.</summary>
    public TextPattern Tail => new(Pieces.RemoveAt(0));

    /// <summary>The value up to a character, as far as that is known.</summary>
    public TextPattern Before(char character)
    {
        for (var index = 0; index < Pieces.Length; index++)
        {
            if (Pieces[index].Text?.IndexOf(character) is >= 0 and var end)
            {
                return new TextPattern(Pieces.RemoveRange(index, Pieces.Length - index)).Append(Of(Pieces[index].Text!.Substring(0, end)));
            }
        }

        return this;
    }

    /// <summary>The value with its known parts changed, piece by piece.</summary>
    public TextPattern Select(Func<string, string> change) => new([.. Pieces.Select(piece => piece.Text is { } text ? new TextPiece(change(text)) : piece)]);

    /// <summary>The value in lower case.</summary>
    public TextPattern Lowered() => new([.. Pieces.Select(piece => piece.Text is { } text ? new TextPiece(text.ToLowerInvariant()) : piece is { Parameter: null, Member: null } ? piece : piece.Change is null ? piece with { IsLower = true } : new TextPiece(null))]);

    /// <inheritdoc/>
    public ImmutableArray<TextPattern> Substitute(CallArguments arguments)
    {
        if (!HasParameters)
        {
            return [this];
        }

        ImmutableArray<TextPattern> results = [Empty];
        foreach (var piece in Pieces)
        {
            results = Combine(results, piece.Given(arguments));
        }

        return results;
    }

    /// <inheritdoc/>
    public TextPattern Through(IParameterSymbol parameter) =>
        new([.. Pieces.Select(piece => piece is { Object: null, Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } ? piece with { Object = parameter } : piece)]);

    /// <summary>What classes or type arguments decide.</summary>
    public static TextPattern Of(TextMember member) => new([new TextPiece(null, Member: member)]);

    /// <summary>The members on which it depends.</summary>
    public IEnumerable<TextMember> Members => Pieces.Select(piece => piece.Member).OfType<TextMember>();

    /// <summary>The values where the members are known.</summary>
    public ImmutableArray<TextPattern> WithMembers(Func<TextMember, ImmutableArray<TextPattern>> read)
    {
        ImmutableArray<TextPattern> results = [Empty];
        foreach (var piece in Pieces)
        {
            results = Combine(results, piece.Member is not { } member ? [new([piece])] : [.. read(member).SelectMany(text => TextChange.Apply(piece.Change, piece.IsLower ? text.Lowered() : text))]);
        }

        return results;
    }

    /// <summary>The value where what a method was given is unknown.</summary>
    public TextPattern WithoutParametersOf(ISymbol method) =>
        new([.. Pieces.Select(piece => SymbolEqualityComparer.Default.Equals((piece.Object ?? piece.Parameter)?.ContainingSymbol, method) ? piece with { Parameter = null, Object = null, Separator = null, Change = null } : piece)]);

    /// <summary>Elements with a separator between them.</summary>
    public static ImmutableArray<TextPattern> Join(string separator, ImmutableArray<ImmutableArray<TextPattern>> elements)
    {
        ImmutableArray<TextPattern> results = [Empty];
        for (var index = 0; index < elements.Length; index++)
        {
            results = Combine(index == 0 ? results : [.. results.Select(text => text.Append(Of(separator)))], elements[index]);
        }

        return results;
    }

    /// <summary>The elements of a collection that callers decide, with a separator between them.</summary>
    public static TextPattern OfElements(IParameterSymbol collection, string separator) => new([new TextPiece(null, collection, Separator: separator)]);

    /// <summary>Each of the first followed by each of the second, or by a hole if there would be too many.</summary>
    public static ImmutableArray<TextPattern> Combine(ImmutableArray<TextPattern> first, ImmutableArray<TextPattern> second)
    {
        if (first is [var one] && second is [var other])
        {
            return [one.Append(other)];
        }

        if (first.Length * second.Length <= MostCombinations)
        {
            return [.. first.SelectMany(start => second.Select(start.Append)).Distinct()];
        }

        // Nothing depends on what a query consists of.
        first = Joined(first);
        second = Joined(second);
        return [.. first.SelectMany(start =>
            start.HasQuery ? [start]
            : first.Length * second.Length > MostCombinations ? [start.Append(CutOff(MostCombinations, "combinations of texts"))]
            : second.Select(start.Append)).Distinct()];
    }

    /// <summary>The values with their queries as one: they differ only in what operations are told by.</summary>
    public static ImmutableArray<TextPattern> Joined(ImmutableArray<TextPattern> texts) => [.. texts.Select(text => text.HasQuery ? text.Before('?').Append(Of("?")).Append(Query) : text).Distinct()];

    private bool HasQuery => Pieces.Any(piece => piece.Text?.IndexOf('?') >= 0);

    /// <summary>The limit that was reached when it was put together; null for none.</summary>
    public ReachedLimit? Limit => Pieces.Select(piece => piece.Limit).FirstOrDefault(limit => limit is not null);

    private static TextPattern CutOff(int limit, string what) => new([new TextPiece(null, Limit: new ReachedLimit(limit, what))]);

    /// <inheritdoc/>
    public bool Equals(TextPattern? other) => other is not null && Pieces.SequenceEqual(other.Pieces);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => Pieces.Aggregate(Pieces.Length, (hash, piece) => unchecked((hash * 31) + piece.GetHashCode()));

    /// <summary>The text with an ellipsis in braces for each hole.</summary>
    public override string ToString() => string.Concat(Pieces.Select(piece => piece.Text ?? "{…}"));
}
