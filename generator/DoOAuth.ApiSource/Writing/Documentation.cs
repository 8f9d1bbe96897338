using DoOAuth.ApiSource.Model;

namespace DoOAuth.ApiSource.Writing;

/// <summary>Writes the doc comments of a method.</summary>
internal static class Documentation
{
    /// <summary>Writes the comments: what the method does, the operation, the scopes, the parameters and the errors.</summary>
    public static void Of(CodeText code, ClientOperation operation, IReadOnlyList<ClientParameter> required, IReadOnlyList<ClientParameter> optional, string returns)
    {
        code.Line($"/// <summary>{Literals.Xml(Summary.Of(operation))} Calls <c>{operation.Entry.Method} {Literals.Xml(operation.Entry.Path)}</c>. {Scopes(operation)}</summary>");
        foreach (var parameter in required)
        {
            Parameter(code, parameter);
        }

        if (operation.Request is not null)
        {
            code.Line($"/// <param name=\"request\">The body of the request.{(operation.NeedsRequest ? "" : " Null sends none.")}</param>");
        }

        foreach (var parameter in optional)
        {
            Parameter(code, parameter);
        }

        code.Line("/// <param name=\"cancel\">Cancels the request.</param>").Line($"/// <returns>{returns}</returns>");
        var statuses = operation.Shapes.Errors.Concat([401, 404, 429]).Order().Distinct();
        code.Line($"/// <exception cref=\"DigitalOceanApiException\">DigitalOcean refused the request, for example with the status {string.Join(", ", statuses)}, or its answer is not what is described.</exception>")
            .Line("/// <exception cref=\"HttpRequestException\">DigitalOcean cannot be reached, or the answer breaks off or is larger than the client allows.</exception>");
    }

    private static void Parameter(CodeText code, ClientParameter parameter) =>
        code.Line($"/// <param name=\"{parameter.Name}\"><c>{Literals.Xml(parameter.Source.Name)}</c>, {parameter.Type.Words}.</param>");

    private static string Scopes(ClientOperation operation)
    {
        var scopes = operation.Entry.Scopes.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(scope => string.Join(" or ", scope.Split('|').Select(one => $"<c>{one}</c>"))).ToList();
        return scopes.Count switch
        {
            0 => "Needs no scope.",
            1 => $"Needs the scope {scopes[0]}.",
            _ => $"Needs the scopes {string.Join(" and ", scopes)}.",
        };
    }
}
