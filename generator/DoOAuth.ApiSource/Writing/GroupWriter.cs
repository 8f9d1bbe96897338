using DoOAuth.ApiSource.Model;

namespace DoOAuth.ApiSource.Writing;

/// <summary>Writes the groups of operations, and the properties that lead to them.</summary>
internal static class GroupWriter
{
    /// <summary>The files.</summary>
    public static IEnumerable<SourceFile> Write(IReadOnlyList<ClientOperation> operations)
    {
        var groups = operations.GroupBy(operation => operation.Group).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        foreach (var group in groups)
        {
            yield return Group(group.Key, [.. group]);
        }

        yield return Api([.. groups.Select(group => group.Key)]);
        yield return Extensions([.. groups.Select(group => group.Key)]);
    }

    private static SourceFile Group(string name, IReadOnlyList<ClientOperation> operations)
    {
        var code = SourceFile.Start(
            "DoOAuth.Api", "System", "System.Collections.Generic", "System.Collections.ObjectModel", "System.Net.Http", "System.Text.Json", "System.Threading", "System.Threading.Tasks", "DoOAuth.Api.Models");
        code.Line($"/// <summary>The operations that DigitalOcean groups as {Tag(name)}.</summary>")
            .Line($"public sealed class {name}Api")
            .Block(body =>
            {
                body.Line("private readonly ApiConnection _connection;").Line()
                    .Line($"internal {name}Api(ApiConnection connection)").Block(inner => inner.Line("_connection = connection;")).Line();
                foreach (var operation in operations.OrderBy(operation => operation.Method, StringComparer.Ordinal))
                {
                    MethodWriter.Write(body, operation);
                }
            });
        return new SourceFile($"Groups/{name}Api.g.cs", code.ToString());
    }

    private static SourceFile Api(IReadOnlyList<string> groups)
    {
        var code = SourceFile.Start("DoOAuth.Api");
        code.Line("public sealed partial class DigitalOceanApi").Block(body =>
        {
            foreach (var name in groups)
            {
                body.Line($"/// <summary>{Tag(name)}.</summary>").Line($"public {name}Api {name} => field ??= new {name}Api(_connection);").Line();
            }
        });
        return new SourceFile("DigitalOceanApi.g.cs", code.ToString());
    }

    private static SourceFile Extensions(IReadOnlyList<string> groups)
    {
        var code = SourceFile.Start("DoOAuth.Api", "System.Net.Http");
        code.Line("public static partial class HttpClientExtensions").Block(body => body
            .Line("/// <param name=\"client\">The client that sends the requests, with the token.</param>")
            .Line("extension(HttpClient client)").Block(extension =>
            {
                foreach (var name in groups)
                {
                    extension.Line($"/// <summary>{Tag(name)}, in DigitalOcean's API.</summary>").Line($"public {name}Api {name} => new DigitalOceanApi(client).{name};").Line();
                }
            }));
        return new SourceFile("HttpClientExtensions.g.cs", code.ToString());
    }

    private static string Tag(string name) => string.Join(' ', Names.Identifier.WordsOf(name));
}
