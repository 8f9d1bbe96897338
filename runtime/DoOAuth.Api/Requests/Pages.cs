using System.Globalization;
using System.Runtime.CompilerServices;

namespace DoOAuth.Api;

/// <summary>
/// Reads a list page by page. Only the query of a link to the next page is used, on the operation's own address: with another address, the token
/// could be sent to another server.
/// </summary>
internal sealed class Pages<TPage, TItem>(string query, Func<string, CancellationToken, Task<TPage>> read)
    where TPage : IPage<TItem>
{
    // DigitalOcean's number of items on a page, if the request does not say.
    private const int DefaultSize = 20;

    /// <summary>The items of all pages.</summary>
    public async IAsyncEnumerable<TItem> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var part = query;
        var count = 0L;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 1L; part is not null && seen.Add(part); number++)
        {
            var page = await read(part, cancel).ConfigureAwait(false);
            var (items, position) = (page.Items, page.Position);
            foreach (var item in items)
            {
                yield return item;
            }

            count += items.Count;
            part = items.Count == 0 && position.Next is null ? null : Next(position, items.Count, count, number);
        }
    }

    private string? Next(PagePosition position, int count, long total, long number)
    {
        if (position.Next is { Length: > 0 } link)
        {
            var question = link.IndexOf('?', StringComparison.Ordinal);
            return question < 0 ? null : link[(question + 1)..].Split('#')[0];
        }

        if (position.HasLinks || !position.HasNumbers)
        {
            return null;
        }

        var current = position.Page ?? number;
        var hasMore = position.Pages is { } pages ? current < pages : position.Total is { } all ? total < all : count >= Size();
        return hasMore ? WithPage(current + 1) : null;
    }

    private long Size() =>
        Parameters().Select(parameter => parameter.Split('=')).FirstOrDefault(pair => pair[0] is "per_page" or "limit") is [_, var size]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : DefaultSize;

    private string WithPage(long number) => string.Join('&',
        [.. Parameters().Where(parameter => !parameter.StartsWith("page=", StringComparison.Ordinal)), string.Create(CultureInfo.InvariantCulture, $"page={number}")]);

    private string[] Parameters() => query.Split('&', StringSplitOptions.RemoveEmptyEntries);
}
