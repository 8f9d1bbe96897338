namespace DoOAuth.Analyzers.Tests.Calls.EveryOperation;

/// <summary>A way to write a call.</summary>
/// <param name="Name">The way in words.</param>
/// <param name="Body">The body of a method that calls the operation, or null if the operation cannot be called in this way.</param>
internal sealed record CallShape(string Name, Func<OperationCase, string?> Body)
{
    /// <summary>Members of the class around, such as a field that has the path.</summary>
    public Func<OperationCase, int, string> Members { get; init; } = (_, _) => "";

    /// <summary>Another file's text, such as a class of constants.</summary>
    public Func<OperationCase, int, string> OtherFile { get; init; } = (_, _) => "";

    /// <summary>At how many places the body says what to send: two for a conditional in the call.</summary>
    public int Requests { get; init; } = 1;

    /// <summary>Whether the body awaits.</summary>
    public bool IsAsync { get; init; }

    /// <summary>Whether the address names the host, so that the client may be anybody's.</summary>
    public bool IsAbsolute { get; init; }
}
