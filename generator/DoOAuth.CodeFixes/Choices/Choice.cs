namespace DoOAuth.CodeFixes.Choices;

/// <summary>
/// What the user chose by choosing an action: fix all then chooses the same elsewhere. Where there was nothing to choose,
/// nothing was chosen, and fix all fixes every report that leaves no choice either.
/// </summary>
/// <param name="Variant">Which of the variants that every report has.</param>
/// <param name="Application">The annotated class, by documentation comment id, where there were several.</param>
/// <param name="Combination">The names, separated by spaces, where there were several ways.</param>
internal sealed record Choice(string Variant, string? Application, string? Combination)
{
    private const char Separator = ';';

    /// <summary>The choice that an action was made with, from its equivalence key.</summary>
    public static Choice Parse(string? key)
    {
        var parts = (key ?? "").Split(Separator);
        return new Choice(parts[0], PartAt(1), PartAt(2));

        string? PartAt(int index) => parts.Length > index && parts[index].Length > 0 ? parts[index] : null;
    }

    /// <summary>Whether a choice at one report is this one, made at another.</summary>
    public bool Includes(Choice other) =>
        Variant == other.Variant
        && (other.Application is null || other.Application == Application)
        && (other.Combination is null || other.Combination == Combination);

    /// <summary>The equivalence key of the action.</summary>
    public override string ToString() => string.Join(Separator.ToString(), Variant, Application, Combination);
}
