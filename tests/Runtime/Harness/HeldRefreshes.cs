namespace DoOAuth.Tests.Harness;

/// <summary>Answers a refresh only once those who are to share it are there.</summary>
internal static class HeldRefreshes
{
    /// <summary>Until all the requests to the path have begun, and a little longer, so that they have come to the refresh as well.</summary>
    public static void HoldRefreshes(this ScriptedProvider provider, TestApp app, string path, int requests)
    {
        var usual = provider.Token;
        provider.Token = async (context, request) =>
        {
            while (app.Logs.Lines.Count(line => line.Category == "Microsoft.AspNetCore.Hosting.Diagnostics"
                && line.Message.StartsWith("Request starting", StringComparison.Ordinal)
                && line.Message.Contains(path, StringComparison.Ordinal)) < requests)
            {
                await Task.Delay(20, context.RequestAborted);
            }

            await Task.Delay(200, context.RequestAborted);
            await usual(context, request);
        };
    }
}
