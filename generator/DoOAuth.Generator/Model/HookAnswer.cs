namespace DoOAuth.Generator.Model;

/// <summary>What an asynchronous hook returns.</summary>
internal enum HookAnswer
{
    /// <summary>There is no such hook.</summary>
    NoHook,

    /// <summary><c>Task</c>: the response does not change.</summary>
    None,

    /// <summary><c>Task&lt;IResult?&gt;</c>: a result replaces the response.</summary>
    Replaceable,

    /// <summary><c>Task&lt;IResult&gt;</c>: the result always replaces the response.</summary>
    Replaced,
}
