using System.Net;
using DoOAuth.Docs.Tests.Pages;
using DoOAuth.Docs.Tests.Running;

namespace DoOAuth.Docs.Tests;

/// <summary>Runs the example of docs/other-databases.md. What each of its classes does by itself is shown by tests/Runtime/Stores.</summary>
public sealed class OtherDatabasesPageTests
{
    private const string ConnectionString = "ConnectionStrings__Sessions";
    private const string Tested = "tests/Runtime/Stores/Sqlite/SqlSessions.cs";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static PageBlock Block => Assert.Single(AllPages.Find("docs/other-databases.md").Blocks, block => block.Language == "csharp");

    [Fact]
    public async Task The_example_goes_on_over_expiries_and_ends_a_session_for_its_old_cookie_too()
    {
        var folder = Directory.CreateTempSubdirectory("dooauth-page-");
        Environment.SetEnvironmentVariable(ConnectionString, $"Data Source={Path.Combine(folder.FullName, "sessions.db")};Pooling=False");
        try
        {
            await using (var app = await PageApp.SignedInAsync(Block, Hour))
            {
                using var client = app.NewClient();
                using var old = new HttpClient { BaseAddress = app.Address };
                old.DefaultRequestHeaders.Add("Cookie", app.Cookies.GetCookieHeader(app.Address));
                for (var expiry = 0; expiry < 3; expiry++)
                {
                    app.Time.Advance(Hour + TimeSpan.FromMinutes(11));
                    Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
                    Assert.Equal(HttpStatusCode.OK, await StatusAsync(old));
                }

                await app.SignOutAsync();
                Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(old));
            }

            Assert.True(new FileInfo(Path.Combine(folder.FullName, "sessions.db")).Length > 0);
        }
        finally
        {
            Environment.SetEnvironmentVariable(ConnectionString, null);
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_it_shows_is_what_is_tested()
    {
        var tested = File.ReadAllText(Path.Combine(AllPages.Root, Tested));
        var classes = tested[tested.IndexOf("/// <summary>", StringComparison.Ordinal)..];
        Assert.EndsWith(classes.Trim(), Block.Text.Trim(), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/droplets", UriKind.Relative));
        return answer.StatusCode;
    }
}
