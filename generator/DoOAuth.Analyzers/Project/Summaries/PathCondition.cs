using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>
/// Something that holds where a condition was met: a scope that the user granted, a method of the project that said yes, or one that came back and may
/// have thrown instead.
/// </summary>
/// <param name="Scope">The scope; with bars between them several, of which one was granted.</param>
/// <param name="Predicate">The method or property that returned true, and may have asked for scopes itself.</param>
/// <param name="Returned">The declaration of the method that came back.</param>
internal readonly record struct PathCondition(string? Scope, CodeKey Predicate, SyntaxNode? Returned = null)
{
    /// <summary>The name of a policy that was asked for and succeeded; empty if it cannot be read.</summary>
    public string? Policy { get; init; }

    /// <summary>
    /// What the call passed to the method, as <c>0=droplet:read;2=tag:read</c> by the parameters' positions. In what holds inside of the method,
    /// <c>$0</c> stands for a scope that the caller passes, <c>@0</c> for one that the object was made with, and <c>@Scope</c> for its property. Scopes of a
    /// list have <c>+</c> between them.
    /// </summary>
    public string Arguments { get; init; } = "";

    /// <summary>Whether only the method's returns of null count.</summary>
    public bool IsNull { get; init; }

    /// <summary>The most alternatives of a condition: more than people write.</summary>
    public const int MostAlternatives = 64;

    /// <summary>Whether more was known than the limit lets through: <see cref="Returned"/> is where.</summary>
    public bool IsCut { get; init; }

    public static PathCondition CutOff(SyntaxNode at) => new(null, default, at) { IsCut = true };

    /// <summary>Whether the method or property answered no.</summary>
    public bool IsNo { get; init; }

    /// <summary>Whether something was asked that cannot be read: it may be any scope.</summary>
    public bool IsUnknown => Policy?.Length == 0;

    /// <summary>A question that cannot be read, and its answer.</summary>
    public static PathCondition OfUnknown(SyntaxNode question, bool answer) => OfPolicy(null) with { Returned = question, IsNo = !answer };

    public static PathCondition OfPolicy(string? name) => new(null, default) { Policy = name ?? "" };

    public static PathCondition Of(string scope) => new(scope, default);

    public static PathCondition Of(CodeKey predicate) => new(null, predicate);

    public static PathCondition After(IMethodSymbol method) => new(null, CodeKey.Of(method), method.DeclaringSyntaxReferences[0].GetSyntax());

    /// <summary>What is known if one of two things is: what both say, and that one of two scopes was granted.</summary>
    /// <param name="first">What is known in the first case.</param>
    /// <param name="second">What is known in the second case.</param>
    /// <param name="at">Where both cases meet.</param>
    public static ImmutableArray<PathCondition> Either(ImmutableArray<PathCondition> first, ImmutableArray<PathCondition> second, SyntaxNode at)
    {
        ImmutableArray<PathCondition> common = [.. first.Where(second.Contains)];
        ImmutableArray<PathCondition> either =
        [
            .. common,
            .. from one in first.RemoveRange(common)
               from other in second.RemoveRange(common)
               where one.Scope is not null && other.Scope is not null
               select Of(string.Join("|", one.Scope!.Split('|').Union(other.Scope!.Split('|')).OrderBy(scope => scope, StringComparer.Ordinal))),
        ];
        either = [.. either.Concat(Unknown(first, second)).Concat(Unknown(second, first)).Distinct()];
        return either.Length > MostAlternatives ? [.. either.Take(MostAlternatives), CutOff(at)] : either;
    }

    // What is unknown in one case stays so, if something else was asked in the other. The other answer of the same question is nothing else.
    private static IEnumerable<PathCondition> Unknown(ImmutableArray<PathCondition> first, ImmutableArray<PathCondition> second) =>
        first.Where(one => one.IsUnknown && second.Any(other => other.Scope is not null || (other.IsUnknown && other.Returned != one.Returned)));
}
