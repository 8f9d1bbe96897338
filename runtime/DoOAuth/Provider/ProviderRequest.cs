using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DoOAuth;

/// <summary>Sends requests to the authorization server and converts every failure into a reason.</summary>
internal static class ProviderRequest
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <returns>The status and, if the body is JSON, the document. The caller must dispose it.</returns>
    /// <exception cref="SignInFailedException">There was no response, it did not arrive in time, or it is too large.</exception>
    public static async Task<(HttpStatusCode Status, JsonDocument? Json)> SendAsync(
        HttpClient backchannel, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await backchannel.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return (response.StatusCode, TryParse(body));
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw SignInFailedException.ProviderError("DigitalOcean's response is too large.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new SignInFailedException(
                FailureReasons.ProviderUnreachable, "DigitalOcean could not be reached. Try again in a moment.", StatusCodes.Status502BadGateway);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SignInFailedException(
                FailureReasons.ProviderUnreachable, "DigitalOcean did not respond in time. Try again in a moment.", StatusCodes.Status504GatewayTimeout);
        }
    }

    private static JsonDocument? TryParse(byte[] body)
    {
        var json = body.AsMemory();
        if (json.Span.StartsWith(ByteOrderMark))
        {
            json = json[ByteOrderMark.Length..];
        }

        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
