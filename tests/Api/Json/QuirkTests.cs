using System.Text.Json;
using System.Text.Json.Nodes;
using DoOAuth.Api.Models;

namespace DoOAuth.Api.Tests.Json;

/// <summary>What DigitalOcean's JSON does that a reader would not expect. Each is read, and written back as it was.</summary>
public sealed class QuirkTests
{
    [Fact]
    public void A_number_beyond_64_bits_is_the_largest_one() =>
        Assert.Equal(long.MaxValue, Read<Droplet>("""{"id":9223372036854776000}""").Id);

    [Fact]
    public void A_price_keeps_its_digits()
    {
        var size = RoundTrip<Size>("""{"price_hourly":0.00743999984115362}""");
        Assert.Equal(0.00743999984115362, size.PriceHourly);
    }

    [Theory]
    [InlineData("2020-11-14T16:29:21.123456789Z", "2020-11-14T16:29:21.1234567Z")]
    [InlineData("2020-11-14T16:29:21+05:30", "2020-11-14T16:29:21+05:30")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00", "0001-01-01T00:00:00Z")]
    [InlineData("2020-07-22 18:14:39 +0000", "2020-07-22T18:14:39Z")]
    [InlineData("2020-11-14T16:29:21.123456789+05:30", "2020-11-14T16:29:21.1234567+05:30")]
    public void Every_form_of_a_time_is_read(string time, string written)
    {
        var action = Read<DigitalOceanAction>($$"""{"started_at":"{{time}}"}""");

        Assert.Empty(action.MistypedMembers);
        Assert.Equal($$"""{"started_at":"{{written.Replace("+", "\\u002B", StringComparison.Ordinal)}}"}""", JsonSerializer.Serialize(action));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"soon\"")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{\"a\":[1]}")]
    public void A_value_of_another_kind_is_kept_and_never_fatal(string value)
    {
        var action = RoundTrip<DigitalOceanAction>($$"""{"id":7,"started_at":{{value}},"region_slug":"nyc3"}""");

        Assert.Null(action.StartedAt);
        Assert.Equal("nyc3", action.RegionSlug);
        Assert.Equal("started_at", Assert.Single(action.MistypedMembers).Key);
    }

    [Fact]
    public void A_value_of_another_kind_gives_way_to_the_property()
    {
        var firewall = Read<Firewall>("""{"name":"f","tags":null}""") with { Tags = ["web"] };

        Assert.Equal("""{"name":"f","tags":["web"]}""", JsonSerializer.Serialize(firewall));
    }

    [Fact]
    public void A_required_member_can_be_null_or_missing()
    {
        Assert.Null(RoundTrip<Droplet>("""{"id":7,"next_backup_window":null,"kernel":null}""").NextBackupWindow);

        var empty = RoundTrip<Droplet>("{}");
        Assert.Equal((0, "", 0, "", ""), (empty.Id, empty.Name, empty.Tags.Count, empty.Region.Slug, empty.Status.Value));
    }

    [Fact]
    public void What_is_set_is_sent_and_nothing_else()
    {
        Assert.Equal("{}", JsonSerializer.Serialize(new DigitalOceanAction()));
        Assert.Equal("""{"expires_at":null}""", JsonSerializer.Serialize(new AccessKey { ExpiresAt = null }));
        Assert.Equal("{}", JsonSerializer.Serialize(new AccessKey { Name = null }));
        Assert.Equal("""{"id":7}""", JsonSerializer.Serialize(Read<Droplet>("{}") with { Id = 7 }));
    }

    [Fact]
    public void Measured_values_are_pairs_of_a_time_and_a_text()
    {
        var result = RoundTrip<MetricsResult>("""{"metric":{"host_id":"7"},"values":[[1435781430,"0.5"],[1435781431,"NaN"],[1435781432.5,"1"],[1435781433,"+Inf"],[1435781434,"-Inf"]]}""");

        Assert.Equal(new DateTimeOffset(2015, 7, 1, 20, 10, 30, TimeSpan.Zero), result.Values[0].Time);
        Assert.Equal(0.5, result.Values[0].Number);
        Assert.Equal("NaN", result.Values[1].Value);
        Assert.Equal([double.NaN, 1, double.PositiveInfinity, double.NegativeInfinity], result.Values.Skip(1).Select(sample => sample.Number!.Value));
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("null", null)]
    [InlineData("""{"id":3164444,"name":"web"}""", true)]
    public void The_Droplet_of_an_address_is_null_empty_or_whole(string droplet, bool? isWhole)
    {
        var address = RoundTrip<FloatingIP>($$"""{"ip":"45.55.96.47","droplet":{{droplet}}}""");

        Assert.Equal(isWhole, address.Droplet is { } read ? read.Id != 0 : null);
    }

    [Fact]
    public void An_unknown_value_is_kept()
    {
        var droplet = RoundTrip<Droplet>("""{"status":"hibernating"}""");

        Assert.Equal("hibernating", droplet.Status.Value);
        Assert.Equal("hibernating", droplet.Status);
        Assert.NotEqual(DropletStatus.Active, droplet.Status);
        Assert.Equal(DropletStatus.Active, Read<Droplet>("""{"status":"active"}""").Status);
    }

    [Fact]
    public void Values_that_differ_in_a_sign_have_names_of_their_own() =>
        Assert.NotEqual(RoundTrip<OpenSearchIndex>("""{"health":"red*"}""").Health, OpenSearchIndexHealth.Red);

    [Fact]
    public void Names_that_are_no_identifiers_are_read()
    {
        Assert.Equal("monitoring", Assert.Single(RoundTrip<OneClicksAllAnswer>("""{"1_clicks":[{"slug":"monitoring","type":"kubernetes"}]}""").OneClicks!).Slug);
        Assert.Equal("a", RoundTrip<DockerCredentials>("""{"auths":{"registry.digitalocean.com":{"auth":"a"}}}""").Auths!.RegistryDigitalOceanCom!.Auth);
    }

    [Fact]
    public void A_text_of_digits_is_a_number_and_is_written_as_a_text() =>
        Assert.Equal(12345UL, RoundTrip<Agent>("""{"user_id":"12345"}""").UserId);

    [Fact]
    public void An_id_is_read_as_a_number_and_as_a_text()
    {
        Assert.Equal(["7"], Read<AlertPolicy>("""{"entities":[7]}""").Entities);
        Assert.Equal(7, Read<Droplet>("""{"id":"7"}""").Id);
        Assert.Equal((7, null), (RoundTrip<DropletSingleCreate>("""{"name":"a","size":"s","image":7}""").Image.Number, RoundTrip<DropletSingleCreate>("""{"name":"a","size":"s","image":"debian"}""").Image.Number));
    }

    [Fact]
    public void A_type_can_contain_itself() =>
        Assert.Equal("c", RoundTrip<Agent>("""{"name":"a","workspace":{"agents":[{"name":"b","workspace":{"agents":[{"name":"c"}]}}]}}""").Workspace!.Agents![0].Workspace!.Agents![0].Name);

    [Theory]
    [InlineData("""{"target_number_instances":3}""", typeof(AutoscalePoolStaticConfig))]
    [InlineData("""{"min_instances":1,"max_instances":3}""", typeof(AutoscalePoolDynamicConfig))]
    public void The_kind_of_a_pool_shows_in_its_members(string config, Type type) =>
        Assert.IsType(type, RoundTrip<AutoscalePool>($$"""{"config":{{config}}}""").Config.Value);

    [Theory]
    [InlineData("""{"sink_id":"1","sink_type":"rsyslog","config":{"server":"192.168.10.1","port":514,"tls":false,"format":"rfc5424"}}""", typeof(RsyslogLogsink))]
    [InlineData("""{"sink_id":"1","sink_type":"elasticsearch","config":{"url":"https://u:p@host:1","index_prefix":"logs","index_days_max":5}}""", typeof(ElasticsearchLogsink))]
    [InlineData("""{"sink_id":"1","sink_type":"opensearch","config":{"url":"https://u:p@host:1","index_prefix":"logs","index_days_max":5}}""", typeof(OpenSearchLogsink))]
    [InlineData("""{"sink_id":"1","config":{"url":"https://u:p@host:1","index_prefix":"logs"},"sink_type":"opensearch"}""", typeof(OpenSearchLogsink))]
    [InlineData("""{"sink_id":"1","sink_type":"datadog","config":{"site":"us5.datadoghq.com","datadog_api_key":"k"}}""", typeof(DatadogLogsink))]
    public void The_kind_of_a_log_sink_shows_in_its_members(string json, Type type) => Assert.IsType(type, RoundTrip<LogsinkSchema>(json).Config.Value);

    [Theory]
    [InlineData("""{"config":{"sql_mode":"ANSI","innodb_print_all_deadlocks":true,"a_new_setting":1}}""", typeof(MySqlAdvancedConfig))]
    [InlineData("""{"config":{"redis_maxmemory_policy":"allkeys-lru"}}""", typeof(RedisAdvancedConfig))]
    [InlineData("""{"config":{"group_initial_rebalance_delay_ms":3000}}""", typeof(KafkaAdvancedConfig))]
    public void The_engine_of_a_database_shows_in_its_settings(string json, Type type) => Assert.IsType(type, RoundTrip<DatabaseConfigAnswer>(json).Config.Value);

    [Fact]
    public void One_Droplet_or_several_are_created()
    {
        Assert.Equal(7, RoundTrip<DropletsCreateAnswer>("""{"droplet":{"id":7},"links":{"actions":[]}}""").Droplet!.Id);
        Assert.Equal(8, RoundTrip<DropletsCreateAnswer>("""{"droplets":[{"id":7},{"id":8}],"links":{}}""").Droplets![1].Id);
    }

    [Fact]
    public void Each_action_has_its_type_already()
    {
        DropletActionsPostRequest request = new DropletActionResize { Size = "s-2vcpu-2gb" };
        Assert.Equal("""{"type":"resize","size":"s-2vcpu-2gb"}""", JsonSerializer.Serialize(request));

        request = new DropletActionChangeBackupPolicy { BackupPolicy = new DropletBackupPolicy { Plan = DropletBackupPolicyPlan.Daily } };
        Assert.Equal("""{"type":"change_backup_policy","backup_policy":{"plan":"daily"}}""", JsonSerializer.Serialize(request));

        DropletActionsPostByTagRequest byTag = new DropletAction { Type = DropletActionType.PowerOff };
        Assert.Equal("""{"type":"power_off"}""", JsonSerializer.Serialize(byTag));

        DomainsCreateRecordRequest record = new DomainRecordTxt { Name = "@", Data = "v=spf1", Flags = 0, Tag = "" };
        Assert.Contains("\"type\":\"TXT\"", JsonSerializer.Serialize(record), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_description_says_nothing_about_is_JSON()
    {
        Assert.Equal("e2e", RoundTrip<KubernetesNodePool>("""{"labels":{"service":"e2e"}}""").Labels!.Value.GetProperty("service").GetString());
        Assert.Equal("p", RoundTrip<McpServer>("""{"headers":{"x":"p"}}""").Headers!["x"]);
    }

    [Fact]
    public void The_last_of_two_members_of_a_name_counts_and_names_can_be_escaped()
    {
        Assert.Equal(8, Read<Droplet>("""{"id":7,"id":8}""").Id);
        Assert.Equal(7, Read<Droplet>("""{"\u0069d":7}""").Id);
        Assert.Equal("x", Read<Droplet>("""{"\u0061_new_member":"x"}""").OtherMembers["a_new_member"].GetString());
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;

    private static T RoundTrip<T>(string json)
    {
        var read = Read<T>(json);
        Assert.Equal([], JsonLoss.Between(JsonNode.Parse(json), JsonSerializer.SerializeToNode(read)));
        return read;
    }
}
