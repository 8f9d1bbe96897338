namespace DoOAuth.Api;

/// <summary>A page of a list.</summary>
/// <typeparam name="TItem">The type of the items.</typeparam>
internal interface IPage<TItem>
{
    /// <summary>The member with the items.</summary>
    static abstract string Member { get; }

    /// <summary>The items of the page.</summary>
    IReadOnlyCollection<TItem> Items { get; }

    /// <summary>What the page says about the pages after it.</summary>
    PagePosition Position { get; }
}

/// <summary>What a page says about the pages after it. Null means that it does not say.</summary>
/// <param name="HasLinks">Whether the page has links. If so, a page without a next one is the last.</param>
/// <param name="Next">The address of the next page.</param>
/// <param name="Page">The number of the page, starting with 1.</param>
/// <param name="Pages">The number of pages.</param>
/// <param name="Total">The number of items on all pages.</param>
/// <param name="HasNumbers">Whether the operation takes the number of a page.</param>
internal readonly record struct PagePosition(bool HasLinks, string? Next, long? Page, long? Pages, long? Total, bool HasNumbers);
