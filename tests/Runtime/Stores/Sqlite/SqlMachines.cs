using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace DoOAuth.Tests.Stores;

/// <summary>Machines that share a SQLite file, data protection keys and a clock, set up as docs/other-databases.md says.</summary>
internal sealed class SqlMachines : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dooauth-sqlite-");
    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly List<IAsyncDisposable> _machines = [];

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public SessionDatabase Database => new($"Data Source={File};Pooling=False");

    private string File => Path.Combine(_folder.FullName, "sessions.db");

    public void Build(WebApplicationBuilder builder) => builder.Services
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton<IDataProtectionProvider>(_keys)
        .AddSingleton(Database);

    public static void Use(DigitalOceanOAuthBuilder builder) =>
        builder.UseSessionTokenStore<SqlSessionTokenStore>().UseSessionLock<SqlSessionLock>();

    /// <summary>Opens one of the three on two machines.</summary>
    public (T One, T Other) Open<T>()
        where T : notnull => (Start<T>(), Start<T>());

    /// <summary>All that the file and those beside it hold, read as Latin-1 text.</summary>
    public string Dump() => string.Concat(_folder.EnumerateFiles().Select(file =>
    {
        using var reader = new StreamReader(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }));

    public async ValueTask DisposeAsync()
    {
        foreach (var machine in _machines)
        {
            await machine.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private T Start<T>()
        where T : notnull
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("DigitalOcean:ClientId", ScriptedProvider.ClientId)]);
        Build(builder);
        var added = builder.AddDropletDeck().StoreSessionsOnServer<SqlStoredSessions>();
        Use(added);
        var app = builder.Build();
        _machines.Add(app);
        return app.Services.GetRequiredKeyedService<T>(DropletDeck.Scheme);
    }
}
