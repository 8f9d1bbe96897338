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
            return question < 0 ? null : With(link[(question + 1)..].Split('#')[0]);
        }

        if (position.HasLinks || !position.HasNumbers)
        {
            return null;
        }

        var current = position.Page ?? number;
        var hasMore = position.Pages is { } pages ? current < pages : position.Total is { } all ? total < all : count >= Size();
        return hasMore ? With(string.Create(CultureInfo.InvariantCulture, $"page={current + 1}")) : null;
    }

    private long Size() =>
        Parameters(query).Select(parameter => parameter.Split('=')).FirstOrDefault(pair => pair[0] is "per_page" or "limit") is [_, var size]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : DefaultSize;

    // Some links have only the number of the page: the caller's filters stay, except those that the next page's query has too.
    private string With(string next)
    {
        var names = Parameters(next).Select(Name).ToHashSet(StringComparer.Ordinal);
        return string.Join('&', [.. Parameters(query).Where(parameter => !names.Contains(Name(parameter))), next]);
    }

    private static string Name(string parameter) => Uri.UnescapeDataString(parameter.Split('=')[0]);

    private static string[] Parameters(string query) => query.Split('&', StringSplitOptions.RemoveEmptyEntries);
}
