using System.Text.Json;
using System.Text.Json.Nodes;
using DoOAuth.Sandbox.Data;
using DoOAuth.Shapes;

namespace DoOAuth.Api.Tests.Json;

/// <summary>What is read is written again, member by member, for every operation.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> WithAnswer => [.. ApiTypes.Operations.Where(operation => operation.Answer is not null && ApiTypes.Answer(operation) is not null).Select(operation => operation.OperationId)];

    [Fact]
    public void Nearly_every_operation_has_an_answer_that_is_tried() => Assert.Equal((528, 207), (WithAnswer.Count, WithRequest.Count));

    public static TheoryData<string> WithRequest => [.. ApiTypes.Operations.Where(operation => operation.Request is not null).Select(operation => operation.OperationId)];

    [Theory]
    [MemberData(nameof(WithAnswer))]
    public void Each_answer_is_read_and_written_without_a_loss(string id)
    {
        var operation = Find(id);
        RoundTrip(ApiModel.Instance.Examples.Answer(operation.Answer!)!, ApiTypes.Answer(operation)!);
    }

    [Theory]
    [MemberData(nameof(WithRequest))]
    public void Each_request_is_read_and_written_without_a_loss(string id)
    {
        var operation = Find(id);
        RoundTrip(ApiModel.Instance.Examples.Request(operation.Request!)!, ApiTypes.Request(operation)!);
        RoundTrip(ApiModel.Instance.Examples.Answer(operation.Request!)!, ApiTypes.Request(operation)!);
    }

    [Theory]
    [MemberData(nameof(WithAnswer))]
    public void Each_answer_can_lack_every_member_and_have_others(string id)
    {
        var type = ApiTypes.Answer(Find(id))!;
        var read = JsonSerializer.Deserialize("""{"a_new_member":{"deep":[1]}}""", type);

        Assert.Equal("""{"a_new_member":{"deep":[1]}}""", JsonSerializer.Serialize(read, type));
    }

    private static OperationShapes Find(string id) => ApiModel.Instance.Answers.Find(id)!;

    private static void RoundTrip(JsonNode composed, Type type)
    {
        var read = JsonSerializer.Deserialize(composed, type);
        Assert.NotNull(read);
        var written = JsonSerializer.SerializeToNode(read, type);

        Assert.Equal([], JsonLoss.Between(composed, written));
        Assert.Equal([], Members.Mistyped(read));
        Assert.Equal([], Members.Unknown(read));
    }
}
