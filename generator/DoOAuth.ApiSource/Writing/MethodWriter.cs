using DoOAuth.ApiSource.Model;
using DoOAuth.Catalog;

namespace DoOAuth.ApiSource.Writing;

/// <summary>Writes the methods of an operation.</summary>
internal static class MethodWriter
{
    /// <summary>Writes the method, and for a list the one that reads a single page.</summary>
    public static void Write(CodeText code, ClientOperation operation)
    {
        switch (operation.Answer.Kind)
        {
            case AnswerKind.Pages:
                var page = operation.Answer.Type!;
                Write(code, operation, operation.Method, $"IAsyncEnumerable<{page.Page!.Item}>", false, "The items of all pages. A page is requested when its first item is.",
                    (address, _) => $"return _connection.ListAsync<{page.Name}, {page.Page.Item}>({address}, cancel);");
                Write(code, operation, operation.Method[..^5] + "PageAsync", $"Task<{page.Name}>", true, "One page.",
                    (address, _) => $"return _connection.SendForPageAsync<{page.Name}, {page.Page.Item}>({address}, cancel);");
                break;
            case AnswerKind.Part:
                var part = operation.Answer.Part!;
                // An empty list can be null, or not there.
                var (type, value) = (part.Type.Name, part.Type.IsCollection && (!part.IsRequired || part.IsNullable) ? $"answer.{part.Name} ?? {part.Type.Empty}" : $"answer.{part.Name}");
                var (name, flags) = (Literals.Text(part.Source.Name), part.IsRequired && !part.Type.IsCollection ? 1 : 0);
                Write(code, operation, operation.Method, $"Task<{type}>", true, $"The <c>{Literals.Xml(part.Source.Name)}</c> of the answer.",
                    (address, body) => $"return _connection.SendAsync<{operation.Answer.Type!.Name}, {type}>({Verb(operation)}, {address}, {body}, {name}, {flags}, static answer => {value}, cancel);");
                break;
            case AnswerKind.Whole:
                Write(code, operation, operation.Method, $"Task<{operation.Answer.Type!.Name}>", true, "The answer.",
                    (address, body) => $"return _connection.SendAsync<{operation.Answer.Type!.Name}>({Verb(operation)}, {address}, {body}, cancel);");
                break;
            case AnswerKind.None:
                Write(code, operation, operation.Method, "Task", true, "A task that ends when DigitalOcean has accepted the request.",
                    (address, body) => $"return _connection.SendAsync({Verb(operation)}, {address}, {body}, cancel{Dangerous(operation)});");
                break;
            default:
                var (result, method) = operation.Answer.Kind switch
                {
                    AnswerKind.Json => ("JsonElement", "SendForJsonAsync"),
                    AnswerKind.Text => ("string", "SendForTextAsync"),
                    _ => ("byte[]", "SendForBytesAsync"),
                };
                Write(code, operation, operation.Method, $"Task<{result}>", true, operation.Answer.Kind == AnswerKind.Json ? "The answer." : $"The answer, of the type {operation.Shapes.ContentType}.",
                    (address, body) => $"return _connection.{method}({Verb(operation)}, {address}, {body}, cancel);");
                break;
        }
    }

    private static void Write(CodeText code, ClientOperation operation, string method, string result, bool hasPage, string returns, Func<string, string, string> statement)
    {
        var query = operation.Query.Where(parameter => hasPage || parameter.Source.Name is not ("page" or "page_token")).ToList();
        var parameters = operation.Path.Select(parameter => (parameter, IsOptional: false))
            .Concat(query.Where(parameter => parameter.Source.IsRequired).Select(parameter => (parameter, false))).ToList();
        var optional = query.Where(parameter => !parameter.Source.IsRequired).ToList();
        var isBodyRequired = operation.NeedsRequest;

        Documentation.Of(code, operation, [.. parameters.Select(pair => pair.parameter)], optional, returns);
        code.Line($"[DigitalOceanOperation({string.Join(", ", new[] { operation.Entry.Method, operation.Entry.Path }.Concat(Scopes(operation.Entry)).Select(Literals.Text))})]");
        if (operation.Entry.IsDeprecated)
        {
            code.Line("[Obsolete(\"DigitalOcean has deprecated this operation.\")]");
        }

        List<string> declared = [.. parameters.Select(pair => $"{pair.parameter.Type.Name} {Literals.Variable(pair.parameter.Name)}")];
        if (operation.Request is { } request)
        {
            declared.Insert(declared.Count, isBodyRequired ? $"{request.Name} request" : $"{request.Name}? request = null");
        }

        declared.AddRange(optional.Select(parameter => $"{parameter.Type.Name}? {Literals.Variable(parameter.Name)} = null"));
        declared.Add("CancellationToken cancel = default");
        code.Line($"public {result} {method}({string.Join(", ", declared)})").Block(body =>
        {
            if (operation.Request is not null && isBodyRequired)
            {
                body.Line("ArgumentNullException.ThrowIfNull(request);");
            }

            body.Line($"var address = new ApiAddress($\"{Path(operation)}\");");
            foreach (var parameter in query)
            {
                var add = parameter.Type.Name.StartsWith("IReadOnlyList<", StringComparison.Ordinal) ? "AddEach" : "Add";
                body.Line($"address.{add}({Literals.Text(parameter.Source.Name)}, {Literals.Variable(parameter.Name)});");
            }

            body.Line(statement("address", operation.Request is null ? "null" : "ApiBody.Of(request)"));
        }).Line();
    }

    private static string[] Scopes(OperationEntry entry) => entry.Scopes.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Verb(ClientOperation operation) => "HttpMethod." + operation.Entry.Method[0] + operation.Entry.Method[1..].ToLowerInvariant();

    private static string Path(ClientOperation operation) => operation.Path.Aggregate(
        operation.Entry.Path, (path, parameter) => path.Replace($"{{{parameter.Source.Name}}}", $"{{{Literals.Variable(parameter.Name)}}}", StringComparison.Ordinal));

    // A header that only says that the caller means it. Who calls a method with this name does.
    private static string Dangerous(ClientOperation operation) =>
        operation.Shapes.Headers.FirstOrDefault(header => header.IsRequired) is { } header ? $", {Literals.Text(header.Name)}" : "";
}
