namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>Something that is true after a condition: a scope that the user granted, or a method of the project that returned true.</summary>
/// <param name="Scope">The scope, or several separated by bars, one of which was granted.</param>
/// <param name="Predicate">The method or property that returned true, and may have checked scopes itself.</param>
internal readonly record struct PathCondition(string? Scope, CodeKey Predicate)
{
    public static PathCondition Of(string scope) => new(scope, default);

    public static PathCondition Of(CodeKey predicate) => new(null, predicate);
}
