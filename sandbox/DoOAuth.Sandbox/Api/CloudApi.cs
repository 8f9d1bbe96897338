using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Callers;

namespace DoOAuth.Sandbox.Api;

/// <summary>The regions, sizes and images for droplets: <c>/v2/regions</c>, <c>/v2/sizes</c>, <c>/v2/images</c>.</summary>
internal static class CloudApi
{
    /// <summary>Lists the regions.</summary>
    public static Task RegionsAsync(HttpContext context, ApiCaller caller) =>
        ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, Paging.Of(context.Request).Body(context.Request, "regions", [.. CloudRegion.All.Select(region => region.ToJson())]));

    /// <summary>Lists the sizes.</summary>
    public static Task SizesAsync(HttpContext context, ApiCaller caller) =>
        ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, Paging.Of(context.Request).Body(context.Request, "sizes", [.. CloudSize.All.Select(size => size.ToJson())]));

    /// <summary>Lists the images.</summary>
    public static Task ImagesAsync(HttpContext context, ApiCaller caller) =>
        ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, Paging.Of(context.Request).Body(context.Request, "images", [.. CloudImage.All.Select(image => image.ToJson())]));
}
