using DoOAuth.ApiSource.Names;
using DoOAuth.Catalog;
using DoOAuth.Shapes;

namespace DoOAuth.ApiSource.Model;

/// <summary>Makes the client from the tables.</summary>
internal sealed class ModelBuilder
{
    private readonly ShapeCatalog _shapes;
    private readonly AnswerCatalog _answers;
    private readonly Naming _naming;
    private readonly TypeBuilder _types;

    private ModelBuilder(ShapeCatalog shapes, AnswerCatalog answers, Naming naming)
    {
        (_shapes, _answers, _naming) = (shapes, answers, naming);
        _types = new TypeBuilder(shapes, naming, SentShapes.Of(shapes, answers), new FixedValues(shapes));
    }

    /// <summary>Makes the client.</summary>
    /// <exception cref="InvalidDataException">Something has no name yet.</exception>
    public static ClientModel Build(OperationCatalog operations, ShapeCatalog shapes, AnswerCatalog answers, Naming naming)
    {
        var builder = new ModelBuilder(shapes, answers, naming);
        List<ClientOperation> built = [.. operations.Entries.Select(builder.Operation)];
        return new ClientModel(builder._types.Records, builder._types.Texts, builder._types.Choices, built);
    }

    private ClientOperation Operation(OperationEntry entry)
    {
        var shapes = _answers.Find(entry.OperationId) ?? throw new InvalidDataException($"data/answers.tsv has no line for {entry.OperationId}.");
        var names = _naming.Operation(entry.OperationId, shapes.Path.Concat(shapes.Query).Select(parameter => parameter.Name));
        ClientParameter Parameter(OperationParameter parameter) => new(
            parameter,
            names.Members[parameter.Name],
            _types.Of(parameter.Type, $"{entry.OperationId}?{parameter.Name}", names.Group + TypeNames.OfPlace(names.Method[..^5], parameter.Name, parameter.Type.Item is not null)));
        var request = shapes.Request is null ? null : _types.Of(shapes.Request, $"{entry.OperationId}.request", names.Group + names.Method[..^5] + "Request");
        return new ClientOperation(
            entry,
            shapes,
            names.Group,
            names.Method,
            [.. shapes.Path.OrderBy(parameter => entry.Path.IndexOf($"{{{parameter.Name}}}", StringComparison.Ordinal)).Select(Parameter)],
            [.. shapes.Query.Select(Parameter)],
            request,
            shapes.Request is not null && (shapes.IsRequestRequired || Requires(shapes.Request)),
            Answer(entry, shapes, names));
    }

    // Some bodies that have members which must be there are not marked as required themselves.
    private bool Requires(ShapeType type)
    {
        var (meant, shape) = _shapes.Resolve(type);
        return meant.Kind == ValueKind.Union || shape is { Chooser: not null } || shape?.Members.Any(member => member is { IsRequired: true, IsReadOnly: false }) == true;
    }

    private ClientAnswer Answer(OperationEntry entry, OperationShapes shapes, NameBlock names)
    {
        if (shapes.Answer is not { } answer)
        {
            return new ClientAnswer(AnswerKind.None);
        }

        if (shapes.ContentType != OperationShapes.Json)
        {
            return new ClientAnswer(answer.Format == "binary" ? AnswerKind.Bytes : AnswerKind.Text);
        }

        if (_types.Record(answer, $"{entry.OperationId}.answer", names.Group + names.Method[..^5] + "Answer") is not { } record)
        {
            return new ClientAnswer(AnswerKind.Json);
        }

        if (entry.Method == "GET" && PageLayouts.Of(record, shapes, names.Method.StartsWith("List", StringComparison.Ordinal), _types) is { } page)
        {
            record.Page ??= page;
            record.Page.HasNumbers |= page.HasNumbers;
            return new ClientAnswer(AnswerKind.Pages, record);
        }

        return record.Members is [var only] && (only.IsRequired || !only.Type.IsValue)
            ? new ClientAnswer(AnswerKind.Part, record, only)
            : new ClientAnswer(AnswerKind.Whole, record);
    }
}
