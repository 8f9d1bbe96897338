#if (NeedsUsings)
using System;
using System.Net.Http;
using System.Net.Http.Json;
#endif
using System.Text.Json;
using System.Text.Json.Serialization;
#if (NeedsUsings)
using System.Threading;
using System.Threading.Tasks;
#endif
using DoOAuth;
#if (NeedsUsings)
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
#endif
using Microsoft.AspNetCore.Http.HttpResults;
#if (NeedsUsings)
using Microsoft.AspNetCore.Routing;
#endif

namespace DoOAuthEndpoint_Namespace;

/// <summary><c>DoOAuthEndpoint_Verb DoOAuthEndpoint_Path</c> (DoOAuthEndpoint_Operation) of DigitalOcean's API, for the signed-in user.</summary>
internal static class DoOAuthEndpoint_TypeName
{
    /// <summary>Maps the operation at the same path as at DigitalOcean. The caller's query string is passed on.</summary>
    public static IEndpointConventionBuilder MapDoOAuthEndpoint_MethodName(this IEndpointRouteBuilder endpoints) => endpoints
        .MapDoOAuthEndpoint_Method_("DoOAuthEndpoint_Route", AnswerAsync)
#if (HasBody)
        .Accepts<JsonElement>("application/json")
#elseif (IsDeletion)
        .Accepts<JsonElement>(isOptional: true, "application/json")
#endif
        .Produces<JsonElement>()
        .DoOAuthEndpoint_Guards();

#if (HasBody)
    // The caller's body is passed on unchanged. DigitalOcean validates it.
#elseif (IsDeletion)
    // Some delete operations need a body. The caller's body is passed on unchanged.
#endif
    private static async Task<Results<JsonHttpResult<JsonElement>, StatusCodeHttpResult>> AnswerAsync(
        DoOAuthEndpoint_Parameters, HttpRequest request, DigitalOceanClient digitalOcean, CancellationToken cancel)
    {
#if (HasBody)
        using var body = new StreamContent(request.Body);
        body.Headers.ContentType = new("application/json");
        using var answer = await digitalOcean.DoOAuthEndpoint_Method_Async("DoOAuthEndpoint_Address", body, cancel);
#elseif (IsDeletion)
        using var deletion = new HttpRequestMessage(HttpMethod.Delete, "DoOAuthEndpoint_Address");
        if (request.ContentLength > 0)
        {
            deletion.Content = new StreamContent(request.Body);
            deletion.Content.Headers.ContentType = new("application/json");
        }

        using var answer = await digitalOcean.SendAsync(deletion, cancel);
#else
        using var answer = await digitalOcean.DoOAuthEndpoint_Method_Async("DoOAuthEndpoint_Address", cancel);
#endif
        var status = (int)answer.StatusCode;
        return answer.Content.Headers.ContentType?.MediaType == "application/json"
            ? TypedResults.Json(await answer.Content.ReadFromJsonAsync(DoOAuthEndpoint_MethodNameJson.Default.JsonElement, cancel), DoOAuthEndpoint_MethodNameJson.Default.JsonElement, statusCode: status)
            : TypedResults.StatusCode(status);
    }
}

/// <summary>The JSON type of the response, for the source generator, so that it also works with Native AOT.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class DoOAuthEndpoint_MethodNameJson : JsonSerializerContext;
