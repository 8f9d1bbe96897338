using System.Net;

namespace DoOAuth.EndToEnd.Tests;

/// <summary>The <c>.http</c> file of an app, sent request after request as a reader would.</summary>
[Collection(WholeWay.Name)]
public sealed class RequestFileTests(RunningApp app, Browser browser)
{
    [Fact]
    public Task Each_request_is_answered_as_its_title_says() => RequestFileWalk.TakeAsync(app, browser, requests: 8);
}
