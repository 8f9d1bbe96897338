using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Answers;
using DoOAuth.Sandbox.Inventory;

namespace DoOAuth.Sandbox.Api;

/// <summary><c>GET /v2/images</c>.</summary>
internal static class ImagesApi
{
    private const string Path = "/v2/images";

    /// <summary>Lists images. The filter <c>type</c> is not the member <c>type</c>: distributions and applications are both <c>base</c>.</summary>
    public static ApiResult List(ApiRequest request)
    {
        var isPrivate = request.Query("private") == "true";
        var type = request.Query("type");
        var tag = request.Query("tag_name");
        return AnswerBuilder.List(request,
        [
            .. request.Inventory.Root(Path).Items.Where(image =>
                (type.Length == 0 || Matches(image, type))
                && (!isPrivate || IsPrivate(image))
                && (tag.Length == 0 || Tags.Has(image, tag))),
        ]);
    }

    private static bool Matches(JsonObject image, string type) => type switch
    {
        "application" => CloudSamples.IsApplication(image),
        "distribution" => !IsPrivate(image) && !CloudSamples.IsApplication(image),
        _ => true,
    };

    private static bool IsPrivate(JsonObject image) => image["public"]?.GetValue<bool>() == false;
}
