namespace FastEndpoints
{
    // What the package FastEndpoints declares, shortened.
    public abstract class BaseEndpoint
    {
        public virtual void Configure()
        {
        }
    }

    public abstract class Endpoint<TRequest, TResponse> : BaseEndpoint
    {
        public virtual Task HandleAsync(TRequest request, CancellationToken cancel) => Task.CompletedTask;

        public virtual Task<TResponse> ExecuteAsync(TRequest request, CancellationToken cancel) => throw new NotSupportedException();

        protected void Get(string route)
        {
        }

        protected void Policies(params string[] names)
        {
        }

        protected void Roles(params string[] names)
        {
        }

        protected void AllowAnonymous()
        {
        }

        protected void Options(Action<RouteHandlerBuilder> options)
        {
        }

        protected void PreProcessor<T>()
        {
        }

        protected void Group<T>()
            where T : Group, new()
        {
        }
    }

    public abstract class EndpointWithoutRequest<TResponse> : Endpoint<object, TResponse>
    {
        public virtual Task HandleAsync(CancellationToken cancel) => Task.CompletedTask;

        public virtual Task<TResponse> ExecuteAsync(CancellationToken cancel) => throw new NotSupportedException();
    }

    public class EndpointDefinition
    {
        public void Options(Action<RouteHandlerBuilder> options)
        {
        }
    }

    public abstract class Group
    {
        protected void Configure(string prefix, Action<EndpointDefinition> configure)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class HttpGetAttribute(string route) : Attribute
    {
        public string Route => route;
    }

    public static class MainExtensions
    {
        public static IApplicationBuilder UseFastEndpoints(this IApplicationBuilder app, Action<EndpointDefinition>? configure = null) => app;
    }
}
