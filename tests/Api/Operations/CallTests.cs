using System.Collections;
using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using DoOAuth.Api.Tests.Json;
using DoOAuth.Catalog;
using DoOAuth.Sandbox.Data;
using DoOAuth.Shapes;

namespace DoOAuth.Api.Tests.Operations;

/// <summary>Every method that calls an operation, called with every parameter against the sandbox.</summary>
public sealed class CallTests(CalledSandbox server) : IClassFixture<CalledSandbox>
{
    public static TheoryData<string> Operations => [.. ApiModel.Instance.Operations.Entries.Select(entry => entry.OperationId)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Each_method_sends_what_the_operation_takes_and_reads_the_answer(string id)
    {
        var entry = ApiModel.Instance.Operations.Entries.Single(entry => entry.OperationId == id);
        var operation = ApiModel.Instance.Answers.Find(id)!;
        var methods = ApiTypes.Methods[(entry.Method, entry.Path)].ToList();
        Assert.NotEmpty(methods);
        foreach (var method in methods)
        {
            using var recording = new Recording(() => Described(operation)) { InnerHandler = new SocketsHttpHandler() };
            using var client = server.Client(recording);
            var group = typeof(DigitalOceanApi).GetProperties().Single(property => property.PropertyType == method.DeclaringType).GetValue(new DigitalOceanApi(client));

            var result = await ResultAsync(method, group!, SampleArguments.Of(method, operation));

            var request = recording.Requests[0];
            Assert.Equal(entry.Method, request.Method);
            Assert.Equal(PathOf(entry, operation), request.Address.AbsolutePath);
            Assert.Equal(QueryOf(method, operation), request.Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString));
            Assert.Equal(SampleArguments.Body(operation) is { } body ? [] : ["none"], request.Body is null ? ["none"] : JsonLoss.Between(SampleArguments.Body(operation), JsonNode.Parse(request.Body)));
            Assert.All(operation.Headers.Where(header => header.IsRequired), header => Assert.Equal("true", request.Headers[header.Name]));
            Assert.Equal(operation.Status, (int)request.Status);
            Assert.Equal([], Members.Mistyped(result));
            Assert.Equal(operation.Answer is not null, result is not null);
        }
    }

    private static HttpResponseMessage Described(OperationShapes operation) => new((HttpStatusCode)operation.Status)
    {
        Content = operation.Answer is null ? new ByteArrayContent([]) : JsonContent.Create(ApiModel.Instance.Examples.Answer(operation.Answer)),
    };

    private static async Task<object?> ResultAsync(MethodInfo method, object group, object?[] arguments)
    {
        var result = method.Invoke(group, arguments)!;
        if (result is Task task)
        {
            await task;
            return task.GetType() is { IsGenericType: true } type && type.GetGenericArguments()[0].Name != "VoidTaskResult" ? type.GetProperty("Result")!.GetValue(task) : null;
        }

        var item = method.ReturnType.GetGenericArguments()[0];
        return await (Task<IEnumerable>)typeof(CallTests).GetMethod(nameof(AllAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [result])!;
    }

    private static async Task<IEnumerable> AllAsync<T>(IAsyncEnumerable<T> items) => await items.Take(500).ToListAsync();

    private static string PathOf(OperationEntry entry, OperationShapes operation) => operation.Path.Aggregate(
        entry.Path, (path, parameter) => path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(SampleArguments.Text(parameter)[0]), StringComparison.Ordinal));

    private static List<string> QueryOf(MethodInfo method, OperationShapes operation) =>
        [.. operation.Query.Where(parameter => method.ReturnType.Name.StartsWith("Task", StringComparison.Ordinal) || parameter.Name is not ("page" or "page_token"))
            .SelectMany(parameter => SampleArguments.Text(parameter).Select(text => $"{parameter.Name}={text}"))];
}
