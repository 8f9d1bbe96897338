using DoOAuth.Shapes;

namespace DoOAuth.ApiSource.Model;

/// <summary>Finds out how an answer is a page of a list.</summary>
internal static class PageLayouts
{
    private static readonly string[] Around = ["links", "meta", "total", "total_items", "total_pages", "current_page", "count"];

    /// <summary>The layout, or null if the answer is not a page.</summary>
    /// <param name="record">The answer.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="isNamedList">Whether the name of the method says that it lists. If not, an answer with more than the items is not a page, because a list would lack that.</param>
    /// <param name="types">The types so far.</param>
    public static PageLayout? Of(RecordType record, OperationShapes operation, bool isNamedList, TypeBuilder types)
    {
        var takesPage = operation.Query.Any(parameter => parameter.Name == "page");
        var links = Find(record, "links");
        if (!takesPage && (links is null || Find(record, "meta") is null))
        {
            return null;
        }

        var members = record.Members.Where(member => !Around.Contains(member.Source.Name)).ToList();
        if (Items(members) is not { } items || (members.Count > 1 && !isNamedList))
        {
            return null;
        }

        var isMap = items.Type.Name.StartsWith("IReadOnlyDictionary<", StringComparison.Ordinal);
        var item = items.Type.Name[(items.Type.Name.IndexOf('<', StringComparison.Ordinal) + 1)..^1];
        var meta = Find(record, "meta");
        return new PageLayout(
            items,
            isMap ? $"KeyValuePair<{item}>" : item,
            isMap,
            links is null ? null : Next(links, types),
            links is null ? "false" : $"{links.Name} is not null",
            Number(meta, "page", types) ?? Number(record, "current_page"),
            Number(meta, "pages", types) ?? Number(record, "total_pages"),
            Number(meta, "total", types) ?? Number(record, "total_items") ?? Number(record, "total"))
        {
            HasNumbers = takesPage,
        };
    }

    // Beside the items there can be lists of texts, such as the values to filter by.
    private static RecordMember? Items(IEnumerable<RecordMember> members)
    {
        var lists = members.Where(member => member.Type.IsCollection).ToList();
        return lists is [var only] ? only
            : lists.Where(list => list.Type.Item is { IsOwn: true, IsValue: false }).ToList() is [var objects] ? objects
            : null;
    }

    private static string? Next(RecordMember links, TypeBuilder types)
    {
        var pages = types.Records.First(record => record.Name == links.Type.Name).Members.FirstOrDefault(member => member.Source.Name == "pages");
        return pages switch
        {
            null => null,
            { Type.Name: "IReadOnlyDictionary<string, string>" } => $"{links.Name}?.{pages.Name}?.GetValueOrDefault(\"next\")",
            _ => types.Records.First(record => record.Name == pages.Type.Name).Members.FirstOrDefault(member => member.Source.Name == "next") is { } next
                ? $"{links.Name}?.{pages.Name}?.{next.Name}"
                : null,
        };
    }

    private static string? Number(RecordMember? meta, string name, TypeBuilder types) =>
        meta is not null && types.Records.FirstOrDefault(record => record.Name == meta.Type.Name) is { } record && Find(record, name) is { } number
            ? $"{meta.Name}?.{number.Name}"
            : null;

    private static string? Number(RecordType record, string name) => Find(record, name)?.Name;

    private static RecordMember? Find(RecordType record, string name) => record.Members.FirstOrDefault(member => member.Source.Name == name);
}
