using DoOAuth;

namespace Depot;

// Handlers behind one interface, with decorators around them: what the slices share.
public interface IHandler<in TRequest, TResponse>
{
    Task<TResponse> HandleAsync(TRequest request, CancellationToken cancel);
}

public sealed class Validated<TRequest, TResponse>(IHandler<TRequest, TResponse> inner, IEnumerable<IRule<TRequest>> rules) : IHandler<TRequest, TResponse>
{
    public async Task<TResponse> HandleAsync(TRequest request, CancellationToken cancel)
    {
        foreach (var rule in rules)
        {
            await rule.CheckAsync(request, cancel);
        }

        return await inner.HandleAsync(request, cancel);
    }
}

public interface IRule<in TRequest> { Task CheckAsync(TRequest request, CancellationToken cancel); }

public abstract class Gateway(DigitalOceanClient client)
{
    protected async Task<T> GetAsync<T>(string path, CancellationToken cancel) where T : class =>
        await client.GetFromJsonAsync<T>(path, cancel) ?? throw new InvalidDataException(path);

    protected async Task SendAsync(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
    }
}

public static class DepotServices
{
    public static IServiceCollection AddDepot(this IServiceCollection services)
    {
        services.AddScoped<Features.Shares.ShareGateway>();
        services.AddScoped<IHandler<Features.Shares.List.Query, Features.Shares.List.Answer>, Features.Shares.List.Handler>();
        services.AddScoped<IHandler<Features.Shares.Create.Command, Guid>>(provider => new Validated<Features.Shares.Create.Command, Guid>(
            ActivatorUtilities.CreateInstance<Features.Shares.Create.Handler>(provider), provider.GetServices<IRule<Features.Shares.Create.Command>>()));
        services.AddScoped<IHandler<Features.Shares.Remind.Command, Guid>, Features.Shares.Remind.Handler>();
        return services;
    }
}
