using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DoOAuth.Benchmarks.Hosting;

/// <summary>What an app answers: begun by the first write or in the end, with the callbacks that cookies and scopes rely on.</summary>
internal sealed class Answer : PipeWriter, IHttpResponseFeature, IHttpResponseBodyFeature
{
    private readonly ArrayBufferWriter<byte> _body = new(4096);
    private readonly Stack<(Func<object, Task> Callback, object State)> _starting = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> _completed = new();

    public int StatusCode { get; set; }

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public bool HasStarted { get; private set; }

    /// <summary>The body.</summary>
    public string Text => Encoding.UTF8.GetString(_body.WrittenSpan);

    Stream IHttpResponseFeature.Body
    {
        get => Stream;
        set => throw new NotSupportedException();
    }

    public Stream Stream => AsStream(leaveOpen: true);

    public PipeWriter Writer => this;

    public void Reset()
    {
        StatusCode = StatusCodes.Status200OK;
        ReasonPhrase = null;
        HasStarted = false;
        Headers.Clear();
        _body.ResetWrittenCount();
    }

    public void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (HasStarted)
        {
            return;
        }

        while (_starting.TryPop(out var starting))
        {
            await starting.Callback(starting.State);
        }

        HasStarted = true;
    }

    /// <summary>Ends it: what the request held is let go.</summary>
    public async Task EndAsync()
    {
        await StartAsync();
        while (_completed.TryPop(out var completed))
        {
            await completed.Callback(completed.State);
        }
    }

    public Task CompleteAsync() => StartAsync();

    public void DisableBuffering()
    {
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public override void Advance(int bytes) => _body.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _body.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _body.GetSpan(sizeHint);

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        await StartAsync(cancellationToken);
        return default;
    }

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => 0;

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }
}
