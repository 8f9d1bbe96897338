namespace DoOAuth.Clients.Tests.Running;

/// <summary>What a client got for one call.</summary>
/// <param name="Call">The name of the call, such as <c>Droplet.create</c>.</param>
/// <param name="Succeeded">Whether the client returned without an error.</param>
/// <param name="Text">What the driver shows of the result, or the error.</param>
internal sealed record CallResult(string Call, bool Succeeded, string Text)
{
    /// <summary>Reads a line of a driver's output: the call, <c>ok</c> or <c>error</c>, and the text, with tabs between them.</summary>
    public static CallResult Read(string line)
    {
        var cells = line.Split('\t', 3);
        Assert.True(cells.Length == 3 && cells[1] is "ok" or "error", $"The driver printed a line that is not a result: {line}");
        return new CallResult(cells[0], cells[1] == "ok", cells[2]);
    }
}
