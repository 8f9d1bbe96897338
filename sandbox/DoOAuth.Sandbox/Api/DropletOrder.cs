using System.Text.Json;
using System.Text.RegularExpressions;

namespace DoOAuth.Sandbox.Api;

/// <summary>The body of <c>POST /v2/droplets</c>, with its checks.</summary>
internal sealed partial record DropletOrder(string Name, CloudRegion Region, CloudSize Size, CloudImage Image, IReadOnlyList<string> Tags)
{
    /// <summary>Reads the body.</summary>
    /// <param name="body">The JSON.</param>
    /// <param name="order">The order, or null if the body is not valid.</param>
    /// <returns>The error, or null if the body is valid.</returns>
    public static string? Read(JsonElement body, out DropletOrder? order)
    {
        order = null;
        if (body.ValueKind != JsonValueKind.Object)
        {
            return "The body must be a JSON object.";
        }

        var name = Text(body, "name");
        if (name is null || !HostName().IsMatch(name))
        {
            return "Name is needed; only valid hostname characters are allowed. (a-z, A-Z, 0-9, . and -)";
        }

        var region = CloudRegion.All.FirstOrDefault(region => region.Slug == (Text(body, "region") ?? CloudRegion.All[0].Slug));
        var size = CloudSize.All.FirstOrDefault(size => size.Slug == Text(body, "size"));
        var image = CloudImage.All.FirstOrDefault(image => image.Slug == Text(body, "image") || image.Id == Number(body, "image"));
        if (region is null || size is null || image is null)
        {
            return region is null ? $"Region must be one of {Slugs(CloudRegion.All.Select(region => region.Slug))}."
                : size is null ? $"Size must be one of {Slugs(CloudSize.All.Select(size => size.Slug))}."
                : $"Image must be one of {Slugs(CloudImage.All.Select(image => image.Slug))}.";
        }

        order = new DropletOrder(name, region, size, image, Tagged(body));
        return null;
    }

    private static string Slugs(IEnumerable<string> slugs) => string.Join(", ", slugs);

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static List<string> Tagged(JsonElement body) =>
        body.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
            ? [.. tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)]
            : [];

    [GeneratedRegex("^[a-zA-Z0-9]([a-zA-Z0-9.-]{0,253}[a-zA-Z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex HostName();
}
