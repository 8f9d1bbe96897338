namespace DoOAuth.RefreshData;

/// <summary>One line of <c>data/corrections.tsv</c>: a value of an operation that is wrong in DigitalOcean's description.</summary>
/// <param name="Method">The HTTP method in uppercase.</param>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="Column">The column of <c>operations.tsv</c>.</param>
/// <param name="Described">The value in the description.</param>
/// <param name="Corrected">The value to write instead.</param>
/// <param name="Reason">Why the description is wrong.</param>
/// <param name="Line">The line number in the file, starting with 1.</param>
internal sealed record Correction(string Method, string Path, string Column, string Described, string Corrected, string Reason, int Line)
{
    /// <summary>The columns of <c>operations.tsv</c> that can be corrected.</summary>
    public static readonly IReadOnlyList<string> Columns = ["operation_id", "scopes", "deprecated"];

    /// <summary>The operation with the correct value. Null if the description does not have the wrong value.</summary>
    public DescribedOperation? ApplyTo(DescribedOperation operation) => !AreSame(ValueOf(operation), Described) ? null : Column switch
    {
        "operation_id" => operation with { OperationId = Corrected },
        "scopes" => operation with { Scopes = Corrected },
        _ => operation with { IsDeprecated = Corrected == "yes" },
    };

    /// <summary>Why the description no longer has the wrong value.</summary>
    /// <param name="operation">The operation in the description. Null if it is no longer there.</param>
    public string WhyStale(DescribedOperation? operation) => operation switch
    {
        null => "the description does not contain this operation",
        _ when AreSame(ValueOf(operation), Corrected) => $"the description has the correct value '{ValueOf(operation)}' now",
        _ => $"the description does not say '{Described}' but '{ValueOf(operation)}'. If that is wrong too, add a new line for it",
    };

    /// <summary>Whether the line changes anything.</summary>
    public bool HasEffect => !AreSame(Described, Corrected);

    private string ValueOf(DescribedOperation operation) => Column switch
    {
        "operation_id" => operation.OperationId,
        "scopes" => operation.Scopes,
        _ => operation.IsDeprecated ? "yes" : "",
    };

    private bool AreSame(string left, string right) => Column == "scopes" ? ScopeCell.AreSame(left, right) : left == right;
}
