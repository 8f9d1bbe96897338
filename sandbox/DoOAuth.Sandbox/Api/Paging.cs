using System.Globalization;
using System.Text.Json.Nodes;

namespace DoOAuth.Sandbox.Api;

/// <summary>DigitalOcean's paging: <c>page</c> from 1, <c>per_page</c> from 1 to 200 (20 by default), <c>links</c> and <c>meta</c>.</summary>
internal sealed record Paging(int Page, int PerPage)
{
    private const int DefaultPerPage = 20;
    private const int MostPerPage = 200;

    /// <summary>Reads the query. Values that are not valid become the defaults.</summary>
    public static Paging Of(HttpRequest request) => new(
        Read(request, "page") is var page and > 0 ? page : 1,
        Read(request, "per_page") is var perPage and > 0 ? Math.Min(perPage, MostPerPage) : DefaultPerPage);

    /// <summary>Returns one page of items under the given name, with links to the other pages.</summary>
    public JsonObject Body(HttpRequest request, string name, IReadOnlyCollection<JsonObject> all)
    {
        var last = Math.Max(1, ((all.Count - 1) / PerPage) + 1);
        var pages = new JsonObject();
        if (Page > 1)
        {
            pages["first"] = Address(request, 1);
            pages["prev"] = Address(request, Math.Min(Page - 1, last));
        }

        if (Page < last)
        {
            pages["next"] = Address(request, Page + 1);
            pages["last"] = Address(request, last);
        }

        var shown = Page > last ? [] : all.Skip((Page - 1) * PerPage).Take(PerPage);
        return new JsonObject
        {
            [name] = new JsonArray([.. shown]),
            ["links"] = pages.Count == 0 ? [] : new JsonObject { ["pages"] = pages },
            ["meta"] = new JsonObject { ["total"] = all.Count },
        };
    }

    private static int Read(HttpRequest request, string name) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private string Address(HttpRequest request, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.Scheme}://{request.Host}{request.Path}?page={page}&per_page={PerPage}");
}
