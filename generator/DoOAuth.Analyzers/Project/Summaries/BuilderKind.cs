namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>Where the builder of an endpoint or of a group comes from.</summary>
internal enum BuilderKind
{
    /// <summary>From the app itself or from code outside the project: nothing of it is guarded.</summary>
    Root,

    /// <summary>From a call: a <c>MapGet</c>, a <c>MapGroup</c>, or a method of the project that returns a builder.</summary>
    Call,

    /// <summary>From a parameter of a method, or of a lambda whose callers are not the project's.</summary>
    Parameter,

    /// <summary>From a field or property.</summary>
    Member,

    /// <summary>From a local variable that a loop or a pattern gives its value.</summary>
    Local,

    /// <summary>From a lambda's parameter, and a method of the project calls the lambda, with an unknown builder.</summary>
    Opaque,
}
