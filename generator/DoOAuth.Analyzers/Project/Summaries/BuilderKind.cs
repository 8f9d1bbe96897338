namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>The kinds of origins of an endpoint's or a group's builder.</summary>
internal enum BuilderKind
{
    /// <summary>The app itself, or code outside of the project. It has no guards.</summary>
    Root,

    /// <summary>A call: <c>MapGet</c>, <c>MapGroup</c>, or a method of the project that returns a builder.</summary>
    Call,

    /// <summary>A parameter of a method, or of a lambda that is not called by the project.</summary>
    Parameter,

    /// <summary>A field or property.</summary>
    Member,

    /// <summary>A local variable that a loop or a pattern assigns.</summary>
    Local,

    /// <summary>A parameter of a lambda that a method of the project calls with an unknown builder.</summary>
    Opaque,
}
