using DoOAuth.Catalog;

namespace DoOAuth.RefreshData;

/// <summary>All corrections of DigitalOcean's description, from <c>data/corrections.tsv</c>.</summary>
/// <param name="Corrections">The corrections in the file's order.</param>
/// <param name="Faults">The errors in the file. Lines with errors are not in <paramref name="Corrections"/>.</param>
internal sealed record CorrectionTable(IReadOnlyList<Correction> Corrections, IReadOnlyList<DataFault> Faults)
{
    private static readonly string[] Columns = ["method", "path", "column", "described", "corrected", "reason"];

    /// <summary>Reads <c>corrections.tsv</c>. It never throws because of the content: see <see cref="Faults"/>.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="scopes">The scopes that an operation can need.</param>
    public static CorrectionTable Parse(string text, ScopeCatalog scopes)
    {
        var faults = new List<DataFault>();
        var corrections = new List<Correction>();
        foreach (var row in DataTable.Read(text, Columns, faults))
        {
            var correction = new Correction(row.Cells[0], row.Cells[1], row.Cells[2], row.Cells[3], row.Cells[4], row.Cells[5], row.Line);
            var first = corrections.Find(other => (other.Method, other.Path, other.Column) == (correction.Method, correction.Path, correction.Column));
            if ((Fault(correction, scopes) ?? (first is null ? null : $"This value is already corrected in line {first.Line}.")) is { } message)
            {
                faults.Add(new DataFault(row.Line, message));
            }
            else
            {
                corrections.Add(correction);
            }
        }

        return new CorrectionTable(corrections, [.. faults.OrderBy(fault => fault.Line)]);
    }

    /// <summary>Corrects the operations of a description.</summary>
    /// <exception cref="RefreshException">The description does not have a value that is corrected here. The message names the lines.</exception>
    public IReadOnlyList<DescribedOperation> ApplyTo(IReadOnlyList<DescribedOperation> described)
    {
        var operations = described.ToDictionary(operation => (operation.Method, operation.Path));
        var stale = new List<string>();
        foreach (var correction in Corrections)
        {
            var operation = operations.GetValueOrDefault((correction.Method, correction.Path));
            if (operation is not null && correction.ApplyTo(operation) is { } corrected)
            {
                operations[(correction.Method, correction.Path)] = corrected;
            }
            else
            {
                stale.Add($"  line {correction.Line}, {correction.Method} {correction.Path}, {correction.Column}: {correction.WhyStale(operation)}.");
            }
        }

        return stale.Count == 0
            ? [.. described.Select(operation => operations[(operation.Method, operation.Path)])]
            : throw new RefreshException("data/corrections.tsv corrects what is not in the description. Remove these lines:\n" + string.Join('\n', stale));
    }

    private static string? Fault(Correction correction, ScopeCatalog scopes)
    {
        if (!Correction.Columns.Contains(correction.Column))
        {
            return $"'{correction.Column}' is not valid in the column 'column': write {string.Join(", ", Correction.Columns.SkipLast(1))} or {Correction.Columns[^1]}.";
        }

        if (correction.Reason.Length == 0)
        {
            return "The correction has no reason: write in the column 'reason' why the description is wrong.";
        }

        if (!correction.HasEffect)
        {
            return "The line changes nothing: 'described' and 'corrected' are the same.";
        }

        return correction.Column switch
        {
            "operation_id" when correction.Corrected.Length == 0 => "The operation would have no ID: write it in the column 'corrected'.",
            "deprecated" when correction.Corrected is not ("" or "yes") => $"'{correction.Corrected}' is not valid for 'deprecated': write yes, or leave it empty.",
            "scopes" when ScopeRequirement.Parse(correction.Corrected).Mentioned.FirstOrDefault(scope => scopes.Find(scope) is not { IsCurrent: true }) is { } scope =>
                $"'{scope}' in the column 'corrected' is not a current scope of scopes.tsv.",
            _ => null,
        };
    }
}
