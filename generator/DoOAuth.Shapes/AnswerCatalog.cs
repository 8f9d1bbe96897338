using System.Globalization;
using DoOAuth.Catalog;

namespace DoOAuth.Shapes;

/// <summary>What every operation takes and answers, from <c>data/answers.tsv</c>.</summary>
internal sealed class AnswerCatalog
{
    private static readonly string[] Columns = ["operation_id", "path", "query", "headers", "request", "status", "answer", "content", "errors"];

    private readonly Dictionary<string, OperationShapes> _byId;

    private AnswerCatalog(Dictionary<string, OperationShapes> byId, IReadOnlyList<DataFault> faults)
    {
        _byId = byId;
        Faults = faults;
    }

    /// <summary>All lines.</summary>
    public IReadOnlyCollection<OperationShapes> Entries => _byId.Values;

    /// <summary>The errors in the file. Lines with errors are left out.</summary>
    public IReadOnlyList<DataFault> Faults { get; }

    /// <summary>Reads <c>answers.tsv</c>. It never throws because of the content: see <see cref="Faults"/>.</summary>
    public static AnswerCatalog Parse(string text)
    {
        var faults = new List<DataFault>();
        var byId = new Dictionary<string, OperationShapes>(StringComparer.Ordinal);
        foreach (var row in DataTable.Read(text, Columns, faults))
        {
            try
            {
                var entry = Entry(row.Cells);
                if (!byId.TryAdd(entry.OperationId, entry))
                {
                    faults.Add(new DataFault(row.Line, $"{entry.OperationId} is in the file twice."));
                }
            }
            catch (FormatException exception)
            {
                faults.Add(new DataFault(row.Line, exception.Message));
            }
        }

        return new AnswerCatalog(byId, faults);
    }

    /// <summary>An operation's line, or null if there is none.</summary>
    public OperationShapes? Find(string operationId) => _byId.GetValueOrDefault(operationId);

    private static OperationShapes Entry(IReadOnlyList<string> cells)
    {
        var request = cells[4];
        return new OperationShapes(
            cells[0],
            OperationParameter.ParseList(cells[1]),
            OperationParameter.ParseList(cells[2]),
            OperationParameter.ParseList(cells[3]),
            request.Length == 0 ? null : ShapeType.Parse(request.TrimEnd('!')),
            request.EndsWith('!'),
            int.Parse(cells[5], NumberStyles.None, CultureInfo.InvariantCulture),
            cells[6].Length == 0 ? null : ShapeType.Parse(cells[6]),
            cells[6].Length == 0 ? "" : cells[7].Length == 0 ? OperationShapes.Json : cells[7],
            [.. cells[8].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(status => int.Parse(status, NumberStyles.None, CultureInfo.InvariantCulture))]);
    }
}
