namespace DoOAuth.Generator.Model;

/// <summary>What an asynchronous hook returns.</summary>
internal enum HookAnswer
{
    /// <summary>There is no such hook.</summary>
    NoHook,

    /// <summary><c>Task</c>: the answer stays as it is.</summary>
    None,

    /// <summary><c>Task&lt;IResult?&gt;</c>: a result replaces the answer.</summary>
    Replaceable,

    /// <summary><c>Task&lt;IResult&gt;</c>: a result always replaces the answer.</summary>
    Replaced,
}
