namespace DoOAuth.Benchmarks.Measuring;

/// <summary>What the command line can name: experiments that need the same preparation.</summary>
internal abstract class Subject : IAsyncDisposable
{
    /// <summary>Its name on the command line and in the page.</summary>
    public abstract string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>Whether it measures what runs in the compiler, see <see cref="CompilerProcess"/>.</summary>
    public virtual bool IsInCompiler => false;

    /// <summary>Makes ready what is measured.</summary>
    public abstract Task<IReadOnlyList<Experiment>> PrepareAsync();

    /// <summary>Ends what was made ready.</summary>
    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
