using System.Net;
using StackExchange.Redis;

namespace DoOAuth.Redis.Tests;

/// <summary>The text that says where Redis is: a valid text is read, an invalid one fails while the app is built, and no message contains it.</summary>
public sealed class Reading_where_Redis_is
{
    private const string Secret = "S3cret";

    [Theory]
    [InlineData("redis://localhost", "localhost", 6379, null, null, null, false)]
    [InlineData("redis://localhost/", "localhost", 6379, null, null, null, false)]
    [InlineData("  redis://localhost:7000\n", "localhost", 7000, null, null, null, false)]
    [InlineData("REDIS://localhost/0", "localhost", 6379, null, null, 0, false)]
    [InlineData("rediss://default:S3cret@redis.example.com:25061", "redis.example.com", 25061, "default", "S3cret", null, true)]
    [InlineData("valkey://:S3cret@my_valkey/3", "my_valkey", 6379, null, "S3cret", 3, false)]
    [InlineData("valkeys://a%3Ab:p%40%2F%23%3F%25%20%C3%A9+x@db-1.example.com:6380/12", "db-1.example.com", 6380, "a:b", "p@/#?% é+x", 12, true)]
    [InlineData("redis://u:p:q@10.0.0.7:6380", "10.0.0.7", 6380, "u", "p:q", null, false)]
    [InlineData("redis://u:p@q@localhost", "localhost", 6379, "u", "p@q", null, false)]
    [InlineData("redis://[::1]", "::1", 6379, null, null, null, false)]
    [InlineData("rediss://u:S3cret@[2001:db8::7]:6390/1", "2001:db8::7", 6390, "u", "S3cret", 1, true)]
    [InlineData("redis://u:a,b=c@localhost", "localhost", 6379, "u", "a,b=c", null, false)]
    public void An_address_is_understood(string text, string host, int port, string? user, string? password, int? database, bool tls)
    {
        var configuration = RedisText.Read(text);
        var (itsHost, itsPort) = Assert.Single(configuration.EndPoints) switch
        {
            DnsEndPoint name => (name.Host, name.Port),
            IPEndPoint address => (address.Address.ToString(), address.Port),
            var other => throw new InvalidOperationException($"{other}"),
        };

        Assert.Equal((host, port), (itsHost, itsPort));
        Assert.Equal((user, password, database, tls), (configuration.User, configuration.Password, configuration.DefaultDatabase, configuration.Ssl));
    }

    [Theory]
    [InlineData("localhost", 1)]
    [InlineData("localhost:6379", 1)]
    [InlineData("127.0.0.1:6379,[::1]:6380,[::1]", 3)]
    [InlineData("a:1, b:2 ,c, ssl=true,password=a://b@c d=/#?,abortConnect=true", 3)]
    [InlineData("sentinel-1:26379,sentinel_2:26379,serviceName=decks,user=u", 2)]
    [InlineData("!/var/run/redis.sock", 1)]
    [InlineData("redis:6379,$CONFIG=", 1)]
    public void The_form_of_StackExchange_Redis_goes_on_working(string text, int servers) =>
        Assert.Equal(servers, RedisText.Read(text).EndPoints.Count);

    [Theory]
    [InlineData("https://S3cret@localhost")]
    [InlineData("tls://localhost:S3cret")]
    [InlineData("redis+sentinel://:S3cret@localhost")]
    [InlineData("redis://")]
    [InlineData("redis://u:S3cret@")]
    [InlineData("redis://u:S3cret@:6379")]
    [InlineData("redis://u:S3cret@localhost:")]
    [InlineData("redis://u:S3cret@localhost:0")]
    [InlineData("redis://u:S3cret@localhost:65536")]
    [InlineData("redis://u:S3cret@localhost:+1")]
    [InlineData("redis://u:S3cret@localhost:99999999999")]
    [InlineData("redis://u:S3cret@localhost:six")]
    [InlineData("redis://u:S3cret@localhost/S3cret")]
    [InlineData("redis://u:S3cret@localhost/-1")]
    [InlineData("redis://u:S3cret@localhost/3/")]
    [InlineData("redis://u:S3cret@localhost/99999999999")]
    [InlineData("redis://u:S3cret@localhost/0?S3cret=1")]
    [InlineData("redis://u:S3cret@localhost?ssl=true")]
    [InlineData("redis://u:S3cret@localhost#x")]
    [InlineData("redis://u:S3cret/x@localhost", "percent-encoded")]
    [InlineData("redis://u:S3cret#x@localhost", "percent-encoded")]
    [InlineData("redis://u:S3cret?x@localhost:6379/0", "percent-encoded")]
    [InlineData("redis://u:S3cret%@localhost", "percent-encoded")]
    [InlineData("redis://u:S3cret%2@localhost", "percent-encoded")]
    [InlineData("redis://u:S3cret%zz@localhost", "percent-encoded")]
    [InlineData("redis://S3cret@localhost")]
    [InlineData("redis://S3cret:@localhost")]
    [InlineData("redis://u:S3cret@::1:6379", "brackets")]
    [InlineData("redis://u:S3cret@[::1")]
    [InlineData("redis://u:S3cret@[::1]6379")]
    [InlineData("redis://u:S3cret@[localhost]")]
    [InlineData("redis://u:S3cret@my host:6379")]
    [InlineData("redis://u:S3cret@a:6379,b:6379")]
    [InlineData("redis://u:S3cret@localhost:6379,ssl=true")]
    [InlineData("redis:S3cret@localhost:6379")]
    [InlineData("\"redis://u:S3cret@localhost\"")]
    [InlineData("url=redis://u:S3cret@localhost")]
    [InlineData("u:S3cret@localhost:6379")]
    [InlineData("S3cret@localhost")]
    [InlineData("my S3cret:6379")]
    [InlineData("localhost:6379 password=S3cret")]
    [InlineData("localhost:6379;S3cret:6380")]
    [InlineData("localhost:6379,S3cret:six")]
    [InlineData("localhost:0,password=S3cret")]
    [InlineData("localhost:65536,password=S3cret")]
    [InlineData("::1:6379,password=S3cret", "brackets")]
    [InlineData("localhost:6379,ssl,password=S3cret")]
    [InlineData("localhost:6379,password=x,S3cret", "%2C")]
    [InlineData("localhost:6379,password=x,S3cret=y")]
    [InlineData("localhost:6379,passwort=S3cret")]
    [InlineData("localhost:6379,ssl=S3cret")]
    [InlineData("localhost:6379,defaultDatabase=S3cret")]
    [InlineData("localhost:6379,redis://u:S3cret@localhost:6380")]
    [InlineData("password=S3cret")]
    public void What_cannot_be_meant_fails_and_is_not_shown(string text, string? says = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var thrown = Assert.Throws<ArgumentException>(() => builder.AddDropletDeck().UseRedis(text));

        Assert.DoesNotContain(Secret, thrown.ToString(), StringComparison.Ordinal);
        Assert.Null(thrown.InnerException);
        Assert.Contains("rediss://user:password@host:port/database", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(says ?? "", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => WebApplication.CreateSlimBuilder().AddDropletDeck().UseRedis(options => options.Configuration = text));
    }

    [Theory]
    [InlineData("rediss://u:S3cret@localhost:6379/3")]
    [InlineData("https://S3cret:6379")]
    [InlineData("u:S3cret@localhost:6379")]
    [InlineData("my S3cret:6379")]
    [InlineData("redis://localhost:6379?x=S3cret")]
    [InlineData("localhost,passwort=S3cret")]
    public void A_text_that_StackExchange_Redis_misread_fails_too_and_is_not_shown(string text)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var thrown = Assert.Throws<ArgumentException>(
            () => builder.AddDropletDeck().UseRedis(options => options.ConfigurationOptions = ConfigurationOptions.Parse(text)));

        Assert.DoesNotContain(Secret, thrown.ToString(), StringComparison.Ordinal);
        Assert.Null(thrown.InnerException);
    }

    [Fact]
    public void Said_twice_it_is_refused()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var thrown = Assert.Throws<ArgumentException>(() => builder.AddDropletDeck().UseRedis(options =>
        {
            options.Configuration = "localhost";
            options.ConfigurationOptions = ConfigurationOptions.Parse("localhost");
        }));

        Assert.Contains("Set only one of them", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_the_apps_own_goes_through()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var thrown = Assert.Throws<ArgumentException>(() => builder.AddDropletDeck().UseRedis(_ => throw new ArgumentException("my own")));

        Assert.Equal("my own", thrown.Message);
    }
}
