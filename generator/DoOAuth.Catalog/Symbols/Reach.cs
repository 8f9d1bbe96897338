namespace DoOAuth.Catalog.Symbols;

/// <summary>From where a class can be named, which decides what can be emitted for it.</summary>
internal enum Reach
{
    /// <summary>From other projects as well.</summary>
    Public,

    /// <summary>From anywhere in the project.</summary>
    Internal,

    /// <summary>Only from the type around it, or only with type arguments: no extension method can name it.</summary>
    Inside,

    /// <summary>It or a type around it is not partial, so that nothing can be emitted in it. A part all the same would be an error that keeps the rules from speaking.</summary>
    NotPartial,

    /// <summary>Only from its own file, where nothing can be emitted.</summary>
    File,
}
