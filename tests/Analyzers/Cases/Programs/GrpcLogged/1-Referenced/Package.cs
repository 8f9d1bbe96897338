namespace Grpc.Core
{
    // What the packages of gRPC declare, shortened.
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class BindServiceMethodAttribute(Type type, string name) : Attribute
    {
        public Type Type => type;

        public string Name => name;
    }

    public abstract class ServerCallContext;
}

namespace Microsoft.AspNetCore.Builder
{
    public static class GrpcEndpointRouteBuilderExtensions
    {
        public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
            where TService : class => new();
    }

    public sealed class GrpcServiceEndpointConventionBuilder : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention)
        {
        }
    }
}

namespace Grpc.Core.Interceptors
{
    public delegate Task<TResponse> UnaryServerMethod<TRequest, TResponse>(TRequest request, ServerCallContext context);

    public abstract class Interceptor
    {
        public virtual Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            continuation(request, context);
    }
}

namespace Grpc.AspNetCore.Server
{
    public sealed class GrpcServiceOptions
    {
        public InterceptorCollection Interceptors { get; } = new();
    }

    public sealed class InterceptorCollection
    {
        public void Add<TInterceptor>()
            where TInterceptor : Grpc.Core.Interceptors.Interceptor
        {
        }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class GrpcServicesExtensions
    {
        public static IServiceCollection AddGrpc(this IServiceCollection services, Action<Grpc.AspNetCore.Server.GrpcServiceOptions> configure) => services;
    }
}
