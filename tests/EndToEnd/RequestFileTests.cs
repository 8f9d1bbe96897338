namespace DoOAuth.EndToEnd.Tests;

/// <summary>The <c>.http</c> file of an app, sent request after request.</summary>
[Collection(WholeWay.Name)]
public sealed class RequestFileTests(RunningApp app, Browser browser)
{
    [Fact]
    public async Task Each_request_is_answered_as_its_title_says()
    {
        var titles = await RequestFileWalk.TakeAsync(app, browser);

        Assert.Equal(7, titles.Count);
    }
}
