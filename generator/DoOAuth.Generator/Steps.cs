using DoOAuth.Generator.Model;

namespace DoOAuth.Generator;

/// <summary>Names of the generator's steps, by which a test follows what an edit makes it do again.</summary>
internal static class Steps
{
    /// <summary>Annotated classes, read into values: one <see cref="Model.ApplicationDeclaration"/> for each.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>Whether the project references an OpenAPI library that can be emitted for.</summary>
    public const string OpenApi = nameof(OpenApi);

    /// <summary>What to emit, with names that do not collide: one <see cref="Model.ApplicationModel"/> for each.</summary>
    public const string Applications = nameof(Applications);

    /// <summary>The emitted files.</summary>
    public const string Sources = nameof(Sources);

    /// <summary>All of them.</summary>
    public static readonly string[] All = [Declarations, OpenApi, Applications, Sources];
}
