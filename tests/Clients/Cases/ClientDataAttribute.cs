using DoOAuth.Clients.Tests.Running;
using Xunit.Sdk;

namespace DoOAuth.Clients.Tests.Cases;

/// <summary>Cases of a client. If it cannot run here, they are skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal abstract class ClientDataAttribute : DataAttribute
{
    protected ClientDataAttribute(string client)
    {
        Client = client;
        Skip = KnownClients.Named(client).FindObstacle();
    }

    public string Client { get; }
}
