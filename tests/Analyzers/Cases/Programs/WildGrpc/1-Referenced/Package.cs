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
