using System.Text.Json;
using System.Text.Json.Serialization;
using DoOAuth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DoOAuthEndpoint_Namespace;

/// <summary><c>DoOAuthEndpoint_Verb DoOAuthEndpoint_Path</c> (DoOAuthEndpoint_Operation) of DigitalOcean's API, for the user who is signed in.</summary>
internal static class DoOAuthEndpoint_TypeName
{
    /// <summary>Maps it at the path that it has at DigitalOcean.</summary>
    public static IEndpointConventionBuilder MapDoOAuthEndpoint_MethodName(this IEndpointRouteBuilder endpoints) => endpoints
        .MapDoOAuthEndpoint_Method_("DoOAuthEndpoint_Route", AnswerAsync)
#if (HasBody)
        .Accepts<JsonElement>("application/json")
#endif
        .Produces<JsonElement>()
        .DoOAuthEndpoint_Guards();

#if (HasBody)
    // What the caller sends goes on as it is: DigitalOcean says what is wrong with it.
    private static async Task<Results<JsonHttpResult<JsonElement>, StatusCodeHttpResult>> AnswerAsync(
        DoOAuthEndpoint_Parameters, HttpRequest request, DigitalOceanClient digitalOcean, CancellationToken cancel)
    {
        using var body = new StreamContent(request.Body);
        body.Headers.ContentType = new("application/json");
        using var answer = await digitalOcean.DoOAuthEndpoint_Method_Async("DoOAuthEndpoint_Address", body, cancel);
#else
    private static async Task<Results<JsonHttpResult<JsonElement>, StatusCodeHttpResult>> AnswerAsync(
        DoOAuthEndpoint_Parameters, DigitalOceanClient digitalOcean, CancellationToken cancel)
    {
        using var answer = await digitalOcean.DoOAuthEndpoint_Method_Async("DoOAuthEndpoint_Address", cancel);
#endif
        var status = (int)answer.StatusCode;
        return answer.Content.Headers.ContentType?.MediaType == "application/json"
            ? TypedResults.Json(await answer.Content.ReadFromJsonAsync(DoOAuthEndpoint_MethodNameJson.Default.JsonElement, cancel), DoOAuthEndpoint_MethodNameJson.Default.JsonElement, statusCode: status)
            : TypedResults.StatusCode(status);
    }
}

/// <summary>The answer's JSON, typed when it is compiled, so that it works under Native AOT too.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class DoOAuthEndpoint_MethodNameJson : JsonSerializerContext;
