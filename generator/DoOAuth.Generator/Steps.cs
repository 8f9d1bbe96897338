using DoOAuth.Generator.Model;

namespace DoOAuth.Generator;

/// <summary>The names of the generator's steps. Tests use them to check which steps an edit repeats.</summary>
internal static class Steps
{
    /// <summary>Annotated classes, read into values: one <see cref="Model.ApplicationDeclaration"/> for each.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>The applications to emit, with unique names: one <see cref="Model.ApplicationModel"/> for each.</summary>
    public const string Applications = nameof(Applications);

    /// <summary>The emitted files.</summary>
    public const string Sources = nameof(Sources);

    /// <summary>All steps.</summary>
    public static readonly string[] All = [Declarations, Applications, Sources];
}
