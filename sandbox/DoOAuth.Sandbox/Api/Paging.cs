using System.Globalization;
using System.Text.Json;

namespace DoOAuth.Sandbox.Api;

/// <summary>DigitalOcean's paging: <c>page</c> from 1, and <c>per_page</c> from 1 to 200 (20 by default).</summary>
internal sealed record Paging(int Page, int PerPage)
{
    private const int DefaultPerPage = 20;
    private const int MostPerPage = 200;

    /// <summary>Reads the query. Values that are not valid become the defaults.</summary>
    public static Paging Of(HttpRequest request) => new(
        Read(request, "page") is var page and > 0 ? page : 1,
        Read(request, "per_page") is var perPage and > 0 ? Math.Min(perPage, MostPerPage) : DefaultPerPage);

    /// <summary>The number of the last page.</summary>
    public int Last(int total) => Math.Max(1, ((total - 1) / PerPage) + 1);

    /// <summary>The items of this page.</summary>
    public IEnumerable<T> Select<T>(IReadOnlyList<T> all)
    {
        var start = Math.Min((long)(Page - 1) * PerPage, all.Count);
        for (var index = (int)start; index < Math.Min(start + PerPage, all.Count); index++)
        {
            yield return all[index];
        }
    }

    /// <summary>Writes <c>links</c>: the addresses of the other pages, with the query of the request.</summary>
    public void WriteLinks(Utf8JsonWriter writer, HttpRequest request, int total)
    {
        var last = Last(total);
        writer.WriteStartObject("links");
        if (Page > 1 || Page < last)
        {
            writer.WriteStartObject("pages");
            if (Page > 1)
            {
                writer.WriteString("first", Address(request, 1));
                writer.WriteString("prev", Address(request, Math.Min(Page - 1, last)));
            }

            if (Page < last)
            {
                writer.WriteString("next", Address(request, Page + 1));
                writer.WriteString("last", Address(request, last));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static int Read(HttpRequest request, string name) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private string Address(HttpRequest request, int page)
    {
        var others = QueryString.Create(request.Query.Where(pair => pair.Key is not ("page" or "per_page")));
        var query = others.Add("page", page.ToString(CultureInfo.InvariantCulture)).Add("per_page", PerPage.ToString(CultureInfo.InvariantCulture));
        return $"{request.Scheme}://{request.Host}{request.Path}{query}";
    }
}
