// As Kiota generates it.
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Extensions;

namespace Generated;

public partial class ApiClient : BaseRequestBuilder
{
    public ApiClient(IRequestAdapter requestAdapter)
        : base(requestAdapter, "{+baseurl}", new Dictionary<string, object>())
    {
        if (string.IsNullOrEmpty(RequestAdapter.BaseUrl))
        {
            RequestAdapter.BaseUrl = "https://api.digitalocean.com";
        }

        PathParameters.TryAdd("baseurl", RequestAdapter.BaseUrl!);
    }

    public V2RequestBuilder V2 => new(PathParameters, RequestAdapter);
}

public partial class V2RequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
    : BaseRequestBuilder(requestAdapter, "{+baseurl}/v2", pathParameters)
{
    public DropletsRequestBuilder Droplets => new(PathParameters, RequestAdapter);

    public AccountRequestBuilder Account => new(PathParameters, RequestAdapter);
}

public partial class AccountRequestBuilder : BaseRequestBuilder
{
    public AccountRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
        : base(requestAdapter, "{+baseurl}/v2/account", pathParameters)
    {
    }

    public AccountRequestBuilder(string rawUrl, IRequestAdapter requestAdapter)
        : base(requestAdapter, "{+baseurl}/v2/account", rawUrl)
    {
    }

    public async Task<string?> GetAsync(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default, CancellationToken cancellationToken = default)
    {
        var requestInfo = ToGetRequestInformation(requestConfiguration);
        return await RequestAdapter.SendPrimitiveAsync<string>(requestInfo, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    public RequestInformation ToGetRequestInformation(Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default)
    {
        var requestInfo = new RequestInformation(Method.GET, UrlTemplate, PathParameters);
        requestInfo.Configure(requestConfiguration);
        requestInfo.Headers.TryAdd("Accept", "application/json");
        return requestInfo;
    }
}

public partial class DropletsRequestBuilder : BaseRequestBuilder
{
    public DropletsRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
        : base(requestAdapter, "{+baseurl}/v2/droplets{?name*,page*,per_page*}", pathParameters)
    {
    }

    public WithDropletItemRequestBuilder this[int position]
    {
        get
        {
            var urlTplParams = new Dictionary<string, object>(PathParameters);
            urlTplParams.Add("droplet_id", position);
            return new WithDropletItemRequestBuilder(urlTplParams, RequestAdapter);
        }
    }

    public Task<string?> GetAsync(CancellationToken cancellationToken = default) =>
        RequestAdapter.SendPrimitiveAsync<string>(new RequestInformation(Method.GET, UrlTemplate, PathParameters), cancellationToken: cancellationToken);

    public Task<string?> PostAsync(string body, CancellationToken cancellationToken = default) =>
        RequestAdapter.SendPrimitiveAsync<string>(new RequestInformation(Method.POST, UrlTemplate, PathParameters), cancellationToken: cancellationToken);
}

public partial class WithDropletItemRequestBuilder : BaseRequestBuilder
{
    public WithDropletItemRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
        : base(requestAdapter, "{+baseurl}/v2/droplets/{droplet_id}", pathParameters)
    {
    }

    public ActionsRequestBuilder Actions => new(PathParameters, RequestAdapter);

    public Task<string?> GetAsync(CancellationToken cancellationToken = default) =>
        RequestAdapter.SendPrimitiveAsync<string>(new RequestInformation(Method.GET, UrlTemplate, PathParameters), cancellationToken: cancellationToken);

    public Task DeleteAsync(CancellationToken cancellationToken = default) =>
        RequestAdapter.SendNoContentAsync(new RequestInformation(Method.DELETE, UrlTemplate, PathParameters), cancellationToken: cancellationToken);
}

public partial class ActionsRequestBuilder : BaseRequestBuilder
{
    public ActionsRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
        : base(requestAdapter, "{+baseurl}/v2/droplets/{droplet_id}/actions{?page*}", pathParameters)
    {
    }

    public Task<string?> PostAsync(string body, CancellationToken cancellationToken = default) =>
        RequestAdapter.SendPrimitiveAsync<string>(new RequestInformation(Method.POST, UrlTemplate, PathParameters), cancellationToken: cancellationToken);
}
