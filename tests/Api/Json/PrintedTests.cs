using System.Text.Json;
using DoOAuth.Api.Models;

namespace DoOAuth.Api.Tests.Json;

/// <summary>What a log shows of an object.</summary>
public sealed class PrintedTests
{
    [Fact]
    public void Only_the_type_the_id_and_the_name_are_printed()
    {
        Assert.Equal("Droplet { Id = 7, Name = web }", JsonSerializer.Deserialize<Droplet>("""{"id":7,"name":"web","status":"active"}""")!.ToString());
        Assert.Equal("DatabaseCluster { Id = a, Name = b }", JsonSerializer.Deserialize<DatabaseCluster>("""{"id":"a","name":"b","connection":{"uri":"postgres://u:s3cr3t@h"}}""")!.ToString());
        Assert.DoesNotContain("s3cr3t", JsonSerializer.Deserialize<DatabaseUser>("""{"name":"u","password":"s3cr3t","x":"s3cr3t"}""")!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_several_objects_is_printed_without_its_members() => Assert.DoesNotContain(
        "s3cr3t",
        JsonSerializer.Deserialize<LogsinkSchema>("""{"sink_type":"datadog","config":{"site":"a","datadog_api_key":"s3cr3t"}}""")!.Config.ToString(),
        StringComparison.Ordinal);
}
