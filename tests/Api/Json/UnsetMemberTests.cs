using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoOAuth.Api.Models;
using DoOAuth.Sandbox.Data;

namespace DoOAuth.Api.Tests.Json;

/// <summary>What was never set is not sent, also if the description says that it must be there.</summary>
public sealed class UnsetMemberTests
{
    public static TheoryData<string> Types =>
        [.. typeof(DigitalOceanApi).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(DigitalOceanObject))).Select(type => type.Name)];

    [Fact]
    public void A_request_has_the_members_that_were_set()
    {
        var check = new UptimeCreateCheckRequest { Name = "n", Type = CheckType.Https, Target = "https://example.com", Regions = [] };

        Assert.Equal(["name", "regions", "target", "type"], Names(check).Order(StringComparer.Ordinal));
        Assert.Contains("\"enabled\":false", JsonSerializer.Serialize(check with { Enabled = false }), StringComparison.Ordinal);
        Assert.Equal("""{"id":7}""", JsonSerializer.Serialize(new Droplet { Id = 7 }));
    }

    // Those with a value that is the only one that makes sense have that.
    [Theory]
    [MemberData(nameof(Types))]
    public void A_new_object_has_no_members(string name)
    {
        var type = typeof(DigitalOceanApi).Assembly.GetType($"DoOAuth.Api.Models.{name}", throwOnError: true)!;

        Assert.All(Names(Activator.CreateInstance(type)!), member => Assert.Equal("type", member));
    }

    [Theory]
    [MemberData(nameof(RoundTripTests.WithRequest), MemberType = typeof(RoundTripTests))]
    public void A_request_of_required_members_has_those_alone(string id)
    {
        var operation = ApiModel.Instance.Answers.Find(id)!;
        var request = JsonSerializer.Deserialize(ApiModel.Instance.Examples.Answer(operation.Request!)!, ApiTypes.Request(operation)!)!;
        var whole = request is DigitalOceanObject ? request : request.GetType().GetProperty("Value")!.GetValue(request)!;
        var required = whole.GetType().GetProperties().Where(property => property.IsDefined(typeof(RequiredMemberAttribute), inherit: false)).ToList();

        var own = Activator.CreateInstance(whole.GetType())!;
        required.ForEach(property => property.SetValue(own, property.GetValue(whole)));

        var (written, all) = (JsonSerializer.SerializeToNode(own, own.GetType())!.AsObject(), JsonSerializer.SerializeToNode(whole, whole.GetType())!.AsObject());
        Assert.InRange(written.Count, required.Count, required.Count + 1);
        Assert.All(written, member => Assert.True(JsonNode.DeepEquals(member.Value, all[member.Key]), member.Key));
        Assert.True(written.Count == required.Count || written.ContainsKey("type"));
    }

    private static IEnumerable<string> Names(object value) => JsonSerializer.SerializeToElement(value, value.GetType()).EnumerateObject().Select(member => member.Name);
}
