using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Shared;

public sealed class Scoped(IHttpContextAccessor http) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        http.HttpContext!.User.HasClaim("scope", "block_storage:read") ? continuation(request, context) : throw new InvalidOperationException();
}
