// What the cases need of packages for messages.
namespace Bus;

public interface IMessageBus
{
    Task<T> InvokeAsync<T>(object message, CancellationToken cancellationToken = default);

    ValueTask PublishAsync<T>(T message);
}

public interface ConsumeContext<out T>
{
    T Message { get; }
}

public interface IConsumer<in T>
{
    Task Consume(ConsumeContext<T> context);
}
