using System.Globalization;
using System.Text.Json.Nodes;
using DoOAuth.Shapes;

namespace DoOAuth.Data.Tests.Shapes;

/// <summary>What DigitalOcean's description does that a reader would not expect, in the tables that are made from it.</summary>
public sealed class QuirkTests
{
    private static readonly ShapeCatalog Shapes = ShapeCatalog.Parse(DataFolder.Shapes);
    private static readonly AnswerCatalog Answers = AnswerCatalog.Parse(DataFolder.Answers);

    // The schema says one thing, the example and DigitalOcean's Go client another.
    [Theory]
    [InlineData("imageActions_post", "action")]
    [InlineData("imageActions_get", "action")]
    [InlineData("apps_get_job_invocation", "job_invocation")]
    [InlineData("apps_cancel_job_invocation", "job_invocation")]
    [InlineData("byoipPrefixes_create", "byoip_prefix")]
    [InlineData("spacesKey_get", "key")]
    [InlineData("vpcnatgateways_create", "vpc_nat_gateway")]
    [InlineData("vpcnatgateways_update", "vpc_nat_gateway")]
    [InlineData("genai_create_model_api_key", "api_key_info")]
    public void An_answer_has_what_it_is_about_under_a_key(string operation, string key)
    {
        var member = AnswerOf(operation).Find(key);
        Assert.NotNull(member);
        Assert.Equal(ValueKind.Named, member.Type.Kind);
    }

    [Theory]
    [InlineData("apps_get_logs", "live_url", "historic_urls")]
    [InlineData("apps_get_health", "app_health")]
    [InlineData("tags_get", "tag")]
    [InlineData("monitoring_list_alertPolicy", "policies", "links", "meta")]
    public void The_schema_wins_over_an_example_that_godo_does_not_know(string operation, params string[] members) =>
        Assert.Equal(members.Order(), AnswerOf(operation).Members.Select(member => member.Name).Order());

    [Theory]
    [InlineData("sinks_response", "urn")]
    [InlineData("app_log_destination_logtail_spec", "endpoint")]
    public void What_is_required_and_not_described_is_not_there(string shape, string member) => Assert.Null(Shape(shape).Find(member));

    [Fact]
    public void A_gateway_that_was_created_is_whole()
    {
        var (_, gateway) = Shapes.Resolve(AnswerOf("vpcnatgateways_create").Find("vpc_nat_gateway")!.Type);
        Assert.All(["id", "state", "created_at"], name => Assert.NotNull(gateway!.Find(name)));
    }

    [Fact]
    public void Each_action_of_a_droplet_has_a_request()
    {
        var (_, request) = Shapes.Resolve(Answers.Find("dropletActions_post")!.Request!);
        Assert.Equal("type", request!.Chooser);
        foreach (var alternative in request.Members)
        {
            var (_, shape) = Shapes.Resolve(alternative.Type);
            Assert.Contains(alternative.Name, shape!.Find("type")!.Type.Values);
        }
    }

    [Fact]
    public void A_value_that_can_be_a_text_in_two_ways_is_a_text() =>
        Assert.Equal(["Text", "Boolean"], Shape("addons_feature").Find("value")!.Type.Alternatives.Select(type => type.Kind.ToString()));

    [Fact]
    public void Examples_are_of_the_type_of_their_member()
    {
        Assert.IsType<JsonArray>(JsonNode.Parse(Shape("firewall").Find("tags")!.Example));
        Assert.Null(JsonNode.Parse(Shape("logsink_schema").Find("config")!.Example)!["config"]);
        Assert.Null(JsonNode.Parse(Shape("page_links").Find("pages")!.Example)!["pages"]);
    }

    [Theory]
    [InlineData("partnerAttachments_get_bgp_auth_key", "bgp_auth_key")]
    [InlineData("partnerAttachments_get_service_key", "service_key")]
    public void An_object_with_items_is_the_object(string operation, string key)
    {
        var (_, shape) = Shapes.Resolve(AnswerOf(operation).Find(key)!.Type);
        Assert.NotNull(shape!.Find("value"));
    }

    [Fact]
    public void No_number_is_beyond_64_bits()
    {
        foreach (var shape in Shapes.Shapes)
        {
            foreach (var member in shape.Members.Where(member => member.Type.Kind == ValueKind.Integer))
            {
                Assert.True(member.Limits.Most is null or < long.MaxValue, $"{shape.Name}.{member.Name} has the limit {member.Limits.Most}");
                Assert.True(member.Example.Length == 0 || long.TryParse(member.Example, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), $"{shape.Name}.{member.Name} = {member.Example}");
            }
        }
    }

    [Fact]
    public void Whole_numbers_that_are_sent_as_text_are_texts() =>
        Assert.True(Shapes.Shapes.SelectMany(shape => shape.Members).Count(member => member.Type is { Kind: ValueKind.Text, Format: "uint64" or "int64" }) > 40);

    // The same name has two types.
    [Theory]
    [InlineData("droplet_snapshot", "id", "Integer")]
    [InlineData("snapshots", "id", "Text")]
    [InlineData("network_v4", "netmask", "Text")]
    [InlineData("network_v6", "netmask", "Integer")]
    [InlineData("action", "resource_id", "Integer")]
    [InlineData("snapshots", "resource_id", "Text")]
    public void An_id_has_the_type_that_its_shape_says(string shape, string member, string kind) =>
        Assert.Equal(kind, Shape(shape).Find(member)!.Type.Kind.ToString());

    [Fact]
    public void A_required_member_can_be_null()
    {
        var window = Shape("droplet").Find("next_backup_window")!;
        Assert.True(window.IsRequired);
        Assert.True(window.Type.IsNullable);
    }

    // Without a body, although the status is not 204.
    [Theory]
    [InlineData("databases_update_region", 202)]
    [InlineData("kubernetes_upgrade_cluster", 202)]
    [InlineData("databases_patch_config", 200)]
    [InlineData("images_post_account_transfer_accept", 201)]
    [InlineData("apps_commit_rollback", 200)]
    public void An_answer_can_have_no_body(string operation, int status)
    {
        var answer = Answers.Find(operation)!;
        Assert.Equal(status, answer.Status);
        Assert.Null(answer.Answer);
    }

    [Theory]
    [InlineData("invoices_get_csvByUUID", "text/csv")]
    [InlineData("invoices_get_pdfByUUID", "application/pdf")]
    [InlineData("kubernetes_get_kubeconfig", "application/yaml")]
    public void Some_answers_are_not_JSON(string operation, string type) => Assert.Equal(type, Answers.Find(operation)!.ContentType);

    [Theory]
    [InlineData("autoscalepools_delete_dangerous")]
    [InlineData("droplets_destroy_withAssociatedResourcesDangerous")]
    public void A_dangerous_operation_requires_a_header(string operation) =>
        Assert.Contains(Answers.Find(operation)!.Headers, header => header is { Name: "X-Dangerous", IsRequired: true });

    [Fact]
    public void Names_that_are_no_identifiers_are_kept()
    {
        Assert.NotNull(AnswerOf("oneClicks_list").Find("1_clicks"));
        Assert.Contains(Shapes.Shapes.SelectMany(shape => shape.Members), member => member.Name == "registry.digitalocean.com");
        Assert.NotNull(Answers.Find("monitoring_get_appRestartCountMetrics.yml"));
    }

    [Fact]
    public void A_shape_can_contain_itself() =>
        Assert.Contains(Shape("apiAgent").Members, member => NamesIn(member.Type).Any(name => Shape(name).Members.Any(inner => NamesIn(inner.Type).Any(deep => deep == "apiAgent" || Shape(deep).Members.Any(last => NamesIn(last.Type).Contains("apiAgent"))))));

    [Fact]
    public void Nobody_elses_key_is_in_the_tables() => Assert.DoesNotContain("PRIVATE KEY-----\\nMII", DataFolder.Shapes, StringComparison.Ordinal);

    private static IEnumerable<string> NamesIn(ShapeType type) =>
        type.Kind == ValueKind.Named ? [type.Name] : type.Alternatives.Append(type.Item).OfType<ShapeType>().SelectMany(NamesIn);

    private static Shape Shape(string name) => Shapes.Find(name) ?? throw new InvalidOperationException($"There is no shape {name}.");

    private static Shape AnswerOf(string operation) => Shapes.Resolve(Answers.Find(operation)!.Answer!).Shape!;
}
