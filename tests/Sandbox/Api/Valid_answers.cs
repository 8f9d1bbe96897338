using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Data;
using DoOAuth.Sandbox.Resources;
using DoOAuth.Shapes;

namespace DoOAuth.Sandbox.Tests.Api;

/// <summary>Every answer has the documented status, and the keys and the types of its shape.</summary>
public sealed class Valid_answers : SandboxFixture
{
    [Fact]
    public void The_tables_are_in_order()
    {
        Assert.Empty(ApiModel.Instance.Shapes.Faults);
        Assert.Empty(ApiModel.Instance.Answers.Faults);
        Assert.Equal(
            ApiModel.Instance.Operations.Entries.Select(operation => operation.OperationId).Order(),
            ApiModel.Instance.Answers.Entries.Select(answer => answer.OperationId).Order());
    }

    [Fact]
    public async Task Every_operation_answers_in_its_shape()
    {
        var token = await ApiCalls.TokenAsync(App);
        var faults = new List<string>();
        var checkedAnswers = 0;
        foreach (var operation in ApiModel.Instance.Operations.Entries)
        {
            Sandbox.Reset();
            var shapes = ApiModel.Instance.Answers.Find(operation.OperationId)!;
            var body = ApiCalls.BodyOf(operation);
            var (status, contentType, text) = await ApiCalls.SendAsync(App, operation.Method, ApiCalls.PathOf(operation), token, body);
            if (status != shapes.Status)
            {
                faults.Add($"{operation.OperationId}: {status} instead of {shapes.Status}: {text}, sent {body?.ToJsonString()}");
            }
            else if (shapes.Answer is null)
            {
                Assert.Equal("", text);
            }
            else if (shapes.ContentType != OperationShapes.Json)
            {
                Assert.Equal(shapes.ContentType, contentType);
                Assert.NotEmpty(text);
            }
            else
            {
                checkedAnswers++;
                var answer = JsonNode.Parse(text);
                faults.AddRange(Faults(shapes, answer).Select(fault => $"{operation.OperationId}: {fault}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(checkedAnswers > 500, $"{checkedAnswers} answers");
    }

    [Fact]
    public void The_check_finds_faults()
    {
        var shapes = ApiModel.Instance.Answers.Find("droplets_get")!;
        var whole = ApiModel.Instance.Examples.Answer(shapes.Answer!)!;
        Assert.Empty(Faults(shapes, whole));

        var wrongType = whole.DeepClone();
        wrongType["droplet"]!["id"] = "a text";
        Assert.NotEmpty(Faults(shapes, wrongType));

        var wrongKey = whole.DeepClone();
        wrongKey["unknown"] = 1;
        Assert.NotEmpty(Faults(shapes, wrongKey));
        Assert.NotEmpty(Faults(shapes, new JsonObject()));
    }

    private static IEnumerable<string> Faults(OperationShapes shapes, JsonNode? answer)
    {
        if (JsonSchemas.Faults(shapes.Answer!, answer) is { Length: > 0 } faults)
        {
            yield return faults;
        }

        var (_, shape) = ApiModel.Instance.Shapes.Resolve(shapes.Answer!);
        if (shape is { Chooser: null } && answer is JsonObject members)
        {
            var missing = shape.Members.Where(member => !member.IsWriteOnly && member.Name != ShapeMember.Others).Select(member => member.Name).Except(members.Select(pair => pair.Key)).ToList();
            if (missing.Count > 0)
            {
                yield return $"without {string.Join(", ", missing)}";
            }

            var unknown = shape.Find(ShapeMember.Others) is null ? members.Select(pair => pair.Key).Except(shape.Members.Select(member => member.Name)).ToList() : [];
            if (unknown.Count > 0)
            {
                yield return $"with {string.Join(", ", unknown)}";
            }

            if (members[AnswerLayout.Links] is JsonObject links && links.Any(pair => pair.Key is not ("pages" or "actions")))
            {
                yield return $"links with {string.Join(", ", links.Select(pair => pair.Key))}";
            }
        }
    }
}
