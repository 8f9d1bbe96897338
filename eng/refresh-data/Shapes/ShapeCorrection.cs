namespace DoOAuth.RefreshData.Shapes;

/// <summary>One line of <c>data/shape-corrections.tsv</c>: something that the description says about a shape or an answer and that is wrong.</summary>
/// <param name="Name">The shape, or the operation's ID if <paramref name="Member"/> is empty.</param>
/// <param name="Member">The member of the shape, or empty for an operation.</param>
/// <param name="Column">What is wrong: <c>member</c> (its whole line), <c>type</c>, <c>required</c>, <c>example</c>, <c>default</c>, <c>limits</c>; for an operation <c>request</c>, <c>status</c> or <c>answer</c>.</param>
/// <param name="Described">The description's value. Empty if it says nothing.</param>
/// <param name="Corrected">The value that the tables get. For <c>member</c>, the type of a member to add, or empty to remove it.</param>
/// <param name="Line">The line number in the file.</param>
internal sealed record ShapeCorrection(string Name, string Member, string Column, string Described, string Corrected, int Line);
