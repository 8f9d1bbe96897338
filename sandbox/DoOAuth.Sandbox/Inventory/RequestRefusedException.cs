namespace DoOAuth.Sandbox.Inventory;

/// <summary>A request names something that does not exist, or that exists already. The message is for the client.</summary>
internal sealed class RequestRefusedException(string message, int status = StatusCodes.Status422UnprocessableEntity) : InvalidOperationException(message)
{
    /// <summary>The status of the answer.</summary>
    public int Status => status;
}
