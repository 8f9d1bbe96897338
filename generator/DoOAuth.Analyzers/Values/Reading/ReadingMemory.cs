using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Values.Reading;

/// <summary>
/// What one reader has read, and how much it may still read. Any input comes to an end with it: whatever exceeds its limits is unknown.
/// </summary>
internal sealed class ReadingMemory
{
    // Deeper than people write; it keeps the stack of an editor safe.
    private const int MostDepth = 256;

    // Far more than real methods need; it takes a fraction of a second.
    private const int MostSteps = 200_000;

    private readonly Dictionary<(SyntaxNode Place, SyntaxNode? Instance, KnownArguments? Known, Type Type), object> _read = [];
    private readonly Dictionary<(SyntaxNode Place, Type Type), object> _given = [];
    private readonly HashSet<(SyntaxNode Place, SyntaxNode? Instance, KnownArguments? Known, Type Type)> _underway = [];
    private int _depth;
    private int _steps;

    /// <summary>The first limit that was reached; null for none.</summary>
    public ReachedLimit? Reached { get; private set; }

    /// <summary>Whether one more step may be made. After the first that may not, none may.</summary>
    public bool MayGoOn()
    {
        if (++_steps > MostSteps)
        {
            Reach(MostSteps, "steps for a call");
            return false;
        }

        if (!HasStack())
        {
            Reach(_depth, "nested values");
            return false;
        }

        return true;
    }

    /// <summary>Notes that a limit was reached.</summary>
    public void Reach(int limit, string what) => Reached ??= new ReachedLimit(limit, what);

    /// <summary>Reads within an expression, unless it is nested too deeply.</summary>
    public ImmutableArray<T> Nested<T>(T unknown, Func<ImmutableArray<T>> read) => Nested(unknown, read, static read => read());

    /// <summary>The same of what is given.</summary>
    public ImmutableArray<T> Nested<T, TGiven>(T unknown, TGiven given, Func<TGiven, ImmutableArray<T>> read)
    {
        if (_depth >= MostDepth)
        {
            Reach(MostDepth, "nested values");
            return [unknown];
        }

        if (!MayGoOn())
        {
            return [unknown];
        }

        _depth++;
        var values = read(given);
        _depth--;
        return values;
    }

    /// <summary>Reads at one place, once. A value that comes of itself is unknown.</summary>
    /// <param name="place">The place.</param>
    /// <param name="instance">The object whose member is read there.</param>
    /// <param name="arguments">What is known about parameters there.</param>
    /// <param name="unknown">The unknown value.</param>
    /// <param name="read">Reads there.</param>
    public ImmutableArray<T> Once<T>(SyntaxNode place, SyntaxNode? instance, KnownArguments? arguments, T unknown, Func<ImmutableArray<T>> read)
    {
        var key = (place, instance, arguments, typeof(T));
        if (_given.TryGetValue((place, typeof(T)), out var known) || _read.TryGetValue(key, out known))
        {
            return (ImmutableArray<T>)known;
        }

        if (!MayGoOn() || !_underway.Add(key))
        {
            return [unknown];
        }

        var values = read();
        _underway.Remove(key);
        _read[key] = values;
        return values;
    }

    /// <summary>Reads while the values at some places are given.</summary>
    public ImmutableArray<T> Given<T>(IReadOnlyCollection<SyntaxNode> places, ImmutableArray<T> given, Func<ImmutableArray<T>> read)
    {
        var before = places.Select(place => _given.TryGetValue((place, typeof(T)), out var known) ? known : null).ToList();
        foreach (var place in places)
        {
            _given[(place, typeof(T))] = given;
        }

        var values = read();
        foreach (var (place, known) in places.Zip(before, (place, known) => (place, known)))
        {
            if (known is null)
            {
                _given.Remove((place, typeof(T)));
            }
            else
            {
                _given[(place, typeof(T))] = known;
            }
        }

        return values;
    }

    /// <summary>Whether the stack is deep enough to go on.</summary>
    public static bool HasStack()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
    }
}
