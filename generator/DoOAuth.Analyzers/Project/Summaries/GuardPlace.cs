namespace DoOAuth.Analyzers.Project.Summaries;

/// <summary>Where the guard of an endpoint is added.</summary>
internal enum GuardPlace
{
    /// <summary>A call on the endpoint's builder.</summary>
    Builder,

    /// <summary>An attribute on the method.</summary>
    Method,

    /// <summary>An attribute on the class.</summary>
    Class,

    /// <summary>An attribute on the class, which a Razor file writes as <c>@attribute</c>.</summary>
    RazorFile,

    /// <summary>A call in the endpoint's <c>Configure()</c>.</summary>
    Configuration,
}
