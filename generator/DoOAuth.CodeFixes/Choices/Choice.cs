namespace DoOAuth.CodeFixes.Choices;

/// <summary>
/// What the user chose with an action, so that "fix all" makes the same choice elsewhere. If there were no alternatives, nothing was
/// chosen, and "fix all" fixes every report without alternatives.
/// </summary>
/// <param name="Variant">One of the variants that every report has.</param>
/// <param name="Application">The annotated class, by documentation comment ID, if there were several.</param>
/// <param name="Combination">The names, separated by spaces, if there were several ways.</param>
internal sealed record Choice(string Variant, string? Application, string? Combination)
{
    private const char Separator = ';';

    /// <summary>Gets the choice of an action from its equivalence key.</summary>
    public static Choice Parse(string? key)
    {
        var parts = (key ?? "").Split(Separator);
        return new Choice(parts[0], PartAt(1), PartAt(2));

        string? PartAt(int index) => parts.Length > index && parts[index].Length > 0 ? parts[index] : null;
    }

    /// <summary>Whether a choice for another report is the same as this one.</summary>
    public bool Includes(Choice other) =>
        Variant == other.Variant
        && (other.Application is null || other.Application == Application)
        && (other.Combination is null || other.Combination == Combination);

    /// <summary>The equivalence key of the action.</summary>
    public override string ToString() => string.Join(Separator.ToString(), Variant, Application, Combination);
}
