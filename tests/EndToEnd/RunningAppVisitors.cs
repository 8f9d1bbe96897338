namespace DoOAuth.EndToEnd.Tests;

/// <summary>Visitors of scaffolded apps.</summary>
internal static class RunningAppVisitors
{
    /// <summary>A visitor who has been nowhere yet, in front of a desk's screen or a phone's.</summary>
    public static Task<Visitor> NewVisitorAsync(this Browser browser, RunningApp app, bool onPhone = false) => browser.NewVisitorAsync(app.Address, onPhone);
}
