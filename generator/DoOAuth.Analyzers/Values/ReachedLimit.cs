namespace DoOAuth.Analyzers.Values;

/// <summary>A limit of the work for one call or endpoint that was reached, so that what exceeds it is not known.</summary>
/// <param name="Number">The limit.</param>
/// <param name="What">What it counts.</param>
internal sealed record ReachedLimit(int Number, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Number} {What}";
}
