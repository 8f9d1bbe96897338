using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;

namespace DoOAuth.Benchmarks.Hosting;

/// <summary>A connection to an app in this process.</summary>
internal abstract class Connection
{
    private const string Host = "app.example";

    private readonly CancellationTokenSource _aborted = new();
    private readonly HttpRequestFeature _request = new() { Protocol = "HTTP/1.1", Scheme = "https", Body = Stream.Null };

    protected Connection()
    {
        Shared.Set<IHttpRequestFeature>(_request);
        Shared.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = _aborted.Token });
        Shared.Set<IHttpResponseFeature>(Answer);
        Shared.Set<IHttpResponseBodyFeature>(Answer);
    }

    /// <summary>The answer to the last request.</summary>
    public Answer Answer { get; } = new();

    protected FeatureCollection Shared { get; } = new();

    /// <summary>Sends <c>GET</c> of a path and query, and waits for the answer.</summary>
    /// <param name="path">The path.</param>
    /// <param name="query">The query with its question mark, or nothing.</param>
    /// <param name="cookie">The request's cookies as one header, or nothing.</param>
    public Task GetAsync(string path, string query = "", string? cookie = null)
    {
        _request.Method = "GET";
        _request.Path = path;
        _request.QueryString = query;
        _request.RawTarget = path;
        _request.Headers.Clear();
        _request.Headers.Host = Host;
        _request.Headers.Accept = "application/json";
        if (cookie is not null)
        {
            _request.Headers.Cookie = cookie;
        }

        Answer.Reset();
        return RunAsync();
    }

    protected abstract Task RunAsync();
}

/// <summary>A connection with what the host keeps for it.</summary>
internal sealed class Connection<TContext>(IHttpApplication<TContext> application) : Connection
    where TContext : notnull
{
    private TContext? _kept;

    protected override async Task RunAsync()
    {
        var context = application.CreateContext(new RequestFeatures(this));
        Exception? failure = null;
        try
        {
            await application.ProcessRequestAsync(context);
            await Answer.EndAsync();
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            application.DisposeContext(context, failure);
        }
    }

    private sealed class RequestFeatures(Connection<TContext> connection) : FeatureCollection(connection.Shared), IHostContextContainer<TContext>
    {
        public TContext? HostContext
        {
            get => connection._kept;
            set => connection._kept = value;
        }
    }
}
