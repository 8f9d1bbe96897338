namespace DoOAuth.RefreshData.Shapes;

/// <summary>The shapes of a description, and what its operations take and answer.</summary>
internal sealed record ShapeTables(IReadOnlyList<DescribedShape> Shapes, IReadOnlyList<DescribedBody> Bodies)
{
    private const string ShapesHeader =
        "# The shapes of DigitalOcean's requests and answers. One block for each shape; a line for each member: name (! required, < only in answers, > only in requests), type, example, default, limits. Facts read from the public OpenAPI description (digitalocean/openapi; its date is in api-date.txt), with the corrections in shape-corrections.tsv. `dotnet eng/refresh-data.cs` writes this file.";

    private const string AnswersHeader =
        "# What each operation takes and answers: parameters (! required) with a type and an example, the type of the body (! required), the status of success, the type of the answer, and the statuses of errors other than 401, 404 and 429. An answer without a content type is JSON. `dotnet eng/refresh-data.cs` writes this file.";

    /// <summary>The text of <c>shapes.tsv</c>, with the shapes that an operation uses.</summary>
    public string ShapesText()
    {
        var used = Used();
        return string.Join('\n', Shapes.Where(shape => used.Contains(shape.Name)).OrderBy(shape => shape.Name, StringComparer.Ordinal).SelectMany(shape => shape.Lines()).Prepend(ShapesHeader)) + "\n";
    }

    /// <summary>The text of <c>answers.tsv</c>.</summary>
    public string AnswersText() => string.Join('\n',
    [
        AnswersHeader,
        string.Join('\t', "operation_id", "path", "query", "headers", "request", "status", "answer", "content", "errors"),
        .. Bodies.OrderBy(body => body.Key, StringComparer.Ordinal).Select(body => body.Line()),
    ]) + "\n";

    /// <summary>The same tables with the corrected IDs of the operations.</summary>
    public ShapeTables WithIdsOf(IReadOnlyList<DescribedOperation> operations)
    {
        var ids = operations.ToDictionary(operation => $"{operation.Path}\t{operation.Method}", operation => operation.OperationId, StringComparer.Ordinal);
        return this with { Bodies = [.. Bodies.Select(body => body with { OperationId = ids[body.Key] })] };
    }

    private HashSet<string> Used()
    {
        var byName = Shapes.ToDictionary(shape => shape.Name, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(Bodies.SelectMany(body => TypeNames.In(body.Request).Concat(TypeNames.In(body.Answer)).Concat(TypeNames.InParameters(body.Query)).Concat(TypeNames.InParameters(body.Path))));
        while (pending.TryPop(out var name))
        {
            if (byName.TryGetValue(name, out var shape) && used.Add(name))
            {
                foreach (var type in shape.Members.Select(member => member.Type).Append(shape.Type ?? ""))
                {
                    foreach (var inner in TypeNames.In(type))
                    {
                        pending.Push(inner);
                    }
                }
            }
        }

        return used;
    }
}
