namespace DoOAuth.Catalog.Symbols;

/// <summary>Where a class can be named, which determines what can be emitted for it.</summary>
internal enum Reach
{
    /// <summary>In other projects too.</summary>
    Public,

    /// <summary>Anywhere in the project.</summary>
    Internal,

    /// <summary>Only in its containing type, or only with type arguments, so that extension methods cannot name it.</summary>
    Inside,

    /// <summary>It or a containing type is not partial, so that no part of it can be emitted. Such a part would be an error that hides the rules' reports.</summary>
    NotPartial,

    /// <summary>Only in its own file, where nothing can be emitted.</summary>
    File,
}
