using DoOAuth.RefreshData;

namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>How a description is read.</summary>
public sealed class DescriptionTests
{
    [Theory]
    [InlineData("[ { bearer_auth: [ a ] } ]", "a")]
    [InlineData("[ { bearer_auth: [ a, b ] } ]", "a b")]
    [InlineData("[ { bearer_auth: [ a ] }, { bearer_auth: [ b ] } ]", "a|b")]
    [InlineData("[ { bearer_auth: [ a, b ] }, { bearer_auth: [ c ] } ]", "a|c b|c")]
    [InlineData("[ { bearer_auth: [ a ] }, { bearer_auth: [ a, b ] } ]", "a")]
    [InlineData("[ { bearer_auth: [ a ] }, { } ]", "")]
    [InlineData("[ { bearer_auth: [ ] } ]", "")]
    [InlineData("[ ]", "")]
    public void Alternatives_are_written_in_the_form_of_the_table(string security, string cell) =>
        Assert.Equal(cell, ReadOne($"{{ openapi: 3.0.0, paths: {{ /v2/x: {{ get: {{ operationId: x, security: {security} }} }} }} }}").Scopes);

    [Fact]
    public void An_operation_without_security_has_the_security_of_the_description() => Assert.Equal(
        "a",
        ReadOne("{ openapi: 3.0.0, security: [ { bearer_auth: [ a ] } ], paths: { /v2/x: { get: { operationId: x } } } }").Scopes);

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    public void Deprecated_is_a_boolean(string value, bool isDeprecated) =>
        Assert.Equal(isDeprecated, ReadOne($"{{ openapi: 3.0.0, paths: {{ /v2/x: {{ get: {{ operationId: x, deprecated: {value} }} }} }} }}").IsDeprecated);

    [Theory]
    [InlineData("#/paths/~1v2~1other", "/v2/other: { get: { operationId: a } }")]
    [InlineData("#/paths/~1v2~1%7Bid%7D", "'/v2/{id}': { get: { operationId: a } }")]
    [InlineData("#/paths/~1v2~1b", "/v2/b: { $ref: '#/paths/~1v2~1c' }, /v2/c: { get: { operationId: a } }")]
    public void A_reference_is_followed_to_its_end(string reference, string paths)
    {
        var operations = Read($"{{ openapi: 3.0.0, paths: {{ /v2/x: {{ $ref: '{reference}' }}, {paths} }} }}").Operations;
        Assert.Equal("a", operations.Single(operation => operation.Path == "/v2/x").OperationId);
    }

    [Fact]
    public void Operations_next_to_a_reference_are_read_too()
    {
        var operations = Read("{ openapi: 3.0.0, paths: { /v2/x: { $ref: '#/y', post: { operationId: b } } }, y: { get: { operationId: a }, post: { operationId: c } } }").Operations;
        Assert.Equal(["GET a", "POST b"], operations.Select(operation => $"{operation.Method} {operation.OperationId}"));
    }

    [Theory]
    [InlineData("nothing", "not an OpenAPI description")]
    [InlineData("{ swagger: 2.0, paths: { } }", "not an OpenAPI description")]
    [InlineData("{ openapi: 3.0.0", "neither YAML nor JSON: line ")]
    [InlineData("{ openapi: 3.0.0, paths: { } }", "contains no operation of https://api.digitalocean.com/")]
    [InlineData("{ openapi: 3.0.0, paths: { /v2/x: { $ref: 'resources/x.yml' } } }", "refers to another file, 'resources/x.yml'")]
    [InlineData("{ openapi: 3.0.0, paths: { /v2/x: { $ref: '#/components/x' } } }", "'#/components/x' does not exist")]
    [InlineData("{ openapi: 3.0.0, paths: { /v2/x: { $ref: '#/paths/~1v2~1x' } } }", "'#/paths/~1v2~1x' refers to itself")]
    [InlineData("{ openapi: 3.0.0, paths: { /v2/x: [ ] } }", "Line 1: expected an object")]
    [InlineData("{ openapi: 3.0.0, paths: { /v2/x: { get: { } } } }", "GET /v2/x has no operationId")]
    public void A_description_that_cannot_be_read_is_an_error_with_its_path(string description, string reason)
    {
        using var data = new TemporaryData();
        var path = data.Save(description);
        Assert.Equal(1, data.Run(path, "--write"));
        Assert.StartsWith(path + ": ", data.Error, StringComparison.Ordinal);
        Assert.Contains(reason, data.Error, StringComparison.Ordinal);
        data.AssertUnchanged();
    }

    [Fact]
    public void A_name_that_cannot_be_a_scope_is_an_error()
    {
        using var data = new TemporaryData();
        var description = TemporaryData.Description.Replace("'shell:read'", "'Not A Scope'", StringComparison.Ordinal);
        Assert.Equal(1, data.Run(data.Save(description), "--write"));
        Assert.StartsWith("With this description, data/scopes.tsv would have errors:\n  line 3: 'A' is not a scope", data.Error, StringComparison.Ordinal);
        data.AssertUnchanged();
    }

    [Fact]
    public void An_error_in_the_scopes_names_the_line()
    {
        using var data = new TemporaryData();
        data["scopes.tsv"] = TemporaryData.Scopes + "Shell\n";
        Assert.Equal(1, data.Run(data.Save(TemporaryData.Description), "--write"));
        Assert.StartsWith("data/scopes.tsv has errors:\n  line 8: 'Shell' is not a scope", data.Error, StringComparison.Ordinal);
    }

    private static OpenApiDescription Read(string description) => OpenApiDescription.Read(new StringReader(description));

    private static DescribedOperation ReadOne(string description) => Assert.Single(Read(description).Operations);
}
