using System.Text;

namespace Harbour.Api;

// What the services of this app share: constants, a smart enum, helpers for queries.
internal static class Routes
{
    public const string Version = "v2";
    public const string Root = $"/{Version}";
    public const string Alerts = $"{Root}/monitoring/alerts";

    internal static class Spaces
    {
        public const string Keys = Root + "/spaces/keys";
    }

    public static string Cdn(Guid? id = null) => id is { } known ? $"{Root}/cdn/endpoints/{known:D}" : $"{Root}/cdn/endpoints";

    public static string WithPage(this string path, int page, int size = 50) => new StringBuilder(path).Append("?page=").Append(page).Append("&per_page=").Append(size).ToString();
}

internal sealed class Kind
{
    public static readonly Kind Share = new("nfs", 1);
    public static readonly Kind OneClick = new("1-clicks", 2);

    private Kind(string segment, int order)
    {
        Segment = segment;
        Order = order;
    }

    public string Segment { get; }

    public int Order { get; }
}
