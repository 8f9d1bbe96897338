namespace DoOAuth.Analyzers.Tests.Flow;

/// <summary>DOO103: what an interface, an abstract or a virtual method may run.</summary>
public sealed class DispatchTests
{
    private const string Reported = """app.{|DOO103:MapGet|}("/x", (IService service) => service.Load());""";
    private const string Silent = """app.MapGet("/x", (IService service) => service.Load());""";

    [Theory]
    [InlineData("interface IService { Task<string> Load(); } class Service(DigitalOceanClient client) : IService { public Task<string> Load() => client.ReadAsync(); }")]
    [InlineData("interface IService { Task<string> Load(); } class Service(DigitalOceanClient client) : IService { Task<string> IService.Load() => client.ReadAsync(); }")]
    [InlineData("interface IService { Task<string> Load(); } class Harmless : IService { public Task<string> Load() => Task.FromResult(\"\"); } class Service(DigitalOceanClient client) : IService { public Task<string> Load() => client.ReadAsync(); }")]
    [InlineData("interface IService { Task<string> Load(); } abstract class Base : IService { public abstract Task<string> Load(); } class Service(DigitalOceanClient client) : Base { public override Task<string> Load() => client.ReadAsync(); }")]
    [InlineData("interface IService { Task<string> Load(); } class Base(DigitalOceanClient client) { public Task<string> Load() => client.ReadAsync(); } class Service(DigitalOceanClient client) : Base(client), IService;")]
    [InlineData("interface IService { DigitalOceanClient Client { get; } Task<string> Load() => Client.ReadAsync(); } class Service(DigitalOceanClient client) : IService { public DigitalOceanClient Client => client; }")]
    [InlineData("interface IService { Task<string> Load() => Text; Task<string> Text { get; } } class Service(DigitalOceanClient client) : IService { public Task<string> Text => client.ReadAsync(); }")]
    [InlineData("interface IService : IInner; interface IInner { Task<string> Load(); } class Service(DigitalOceanClient client) : IService { public Task<string> Load() => client.ReadAsync(); }")]
    [InlineData("abstract class IService { public abstract Task<string> Load(); } class Service(DigitalOceanClient client) : IService { public override Task<string> Load() => client.ReadAsync(); }")]
    [InlineData("class IService { public virtual Task<string> Load() => Task.FromResult(\"\"); } class Service(DigitalOceanClient client) : IService { public override Task<string> Load() => client.ReadAsync(); }")]
    [InlineData("abstract class IService { public Task<string> Load() => Core(); protected abstract Task<string> Core(); } class Service(DigitalOceanClient client) : IService { protected override Task<string> Core() => client.ReadAsync(); }")]
    [InlineData("class IService(DigitalOceanClient client) { public virtual Task<string> Load() => client.ReadAsync(); } class Service(DigitalOceanClient client) : IService(client) { public override Task<string> Load() => base.Load(); }")]
    [InlineData("interface IService { Task<string> Load(); } class Decorator(IService inner) : IService { public Task<string> Load() => inner.Load(); } class Service(DigitalOceanClient client) : IService { public Task<string> Load() => client.ReadAsync(); }")]
    [InlineData("interface IService { Task<string> Load(); } struct Service(DigitalOceanClient client) : IService { public Task<string> Load() => client.ReadAsync(); }")]
    public Task Implementations_are_found(string declarations) => FlowProject.ReportsAsync(Reported, declarations);

    [Theory]
    [InlineData("interface IService { Task<string> Load(); }")]
    [InlineData("interface IService { Task<string> Load(); } class Service : IService { public Task<string> Load() => Task.FromResult(\"\"); } class Other(DigitalOceanClient client) { public Task<string> Load() => client.ReadAsync(); }")]
    [InlineData("interface IService { Task<string> Load(); } interface IOther { Task<string> Load(); } class Both(DigitalOceanClient client) : IService, IOther { Task<string> IService.Load() => Task.FromResult(\"\"); Task<string> IOther.Load() => client.ReadAsync(); }")]
    [InlineData("interface IService : IInner; interface IInner { Task<string> Load(); } class Other(DigitalOceanClient client) : IInner { public Task<string> Load() => client.ReadAsync(); }")]
    public Task What_does_not_implement_it_is_not_run(string declarations) => FlowProject.ReportsAsync(Silent, declarations);

    [Fact]
    public Task Type_arguments_choose_the_implementation() => FlowProject.ReportsAsync(
        """
        app.{|DOO103:MapGet|}("/droplets", (IRepository<Droplet> droplets) => droplets.Load());
        app.MapGet("/sizes", (IRepository<Size> sizes) => sizes.Load());
        """,
        """
        record Droplet; record Size;
        interface IRepository<T> { Task<string> Load(); }
        class Droplets(DigitalOceanClient client) : IRepository<Droplet> { public Task<string> Load() => client.ReadAsync(); }
        class Sizes : IRepository<Size> { public Task<string> Load() => Task.FromResult(""); }
        """);

    [Fact]
    public Task Open_implementations_serve_every_type_argument() => FlowProject.ReportsAsync(
        """
        app.{|DOO103:MapGet|}("/droplets", (IRepository<Droplet> droplets) => droplets.Load());
        app.{|DOO103:MapGet|}("/lists", (IRepository<List<Droplet>> lists) => lists.Load());
        """,
        """
        record Droplet;
        interface IRepository<T> { Task<string> Load(); }
        class Repository<T>(DigitalOceanClient client) : IRepository<T> { public Task<string> Load() => client.ReadAsync(); }
        """);

    [Fact]
    public Task Type_arguments_of_base_classes_choose_the_override() => FlowProject.ReportsAsync(
        """
        app.{|DOO103:MapGet|}("/droplets", (Repository<Droplet> droplets) => droplets.Load());
        app.MapGet("/sizes", (Repository<Size> sizes) => sizes.Load());
        """,
        """
        record Droplet; record Size;
        abstract class Repository<T> { public abstract Task<string> Load(); }
        class Droplets(DigitalOceanClient client) : Repository<Droplet> { public override Task<string> Load() => client.ReadAsync(); }
        class Sizes : Repository<Size> { public override Task<string> Load() => Task.FromResult(""); }
        """);

    [Fact]
    public Task Static_members_of_interfaces_run_in_every_type_that_has_them() => FlowProject.ReportsAsync(
        """
        app.{|DOO103:MapGet|}("/x", (DigitalOceanClient client) => Loader.Load<Droplet>(client));
        """,
        """
        interface IResource { static abstract Task<string> Load(DigitalOceanClient client); }
        class Droplet : IResource { public static Task<string> Load(DigitalOceanClient client) => client.ReadAsync(); }
        static class Loader { public static Task<string> Load<T>(DigitalOceanClient client) where T : IResource => T.Load(client); }
        """);

    [Fact]
    public Task Constrained_type_parameters_run_their_constraints() => FlowProject.ReportsAsync(
        """app.{|DOO103:MapGet|}("/x", (Service service) => Loader.Load(service));""",
        """
        interface IService { Task<string> Load(); }
        class Service(DigitalOceanClient client) : IService { public Task<string> Load() => client.ReadAsync(); }
        static class Loader { public static Task<string> Load<T>(T service) where T : IService => service.Load(); }
        """);

    [Fact]
    public Task Handlers_of_requests_run_by_their_own_interface() => FlowProject.ReportsAsync(
        """
        app.{|DOO103:MapGet|}("/droplets", (IHandler<ListDroplets, string> handler) => handler.Handle(new ListDroplets()));
        app.MapGet("/sizes", (IHandler<ListSizes, string> handler) => handler.Handle(new ListSizes()));
        """,
        """
        record ListDroplets; record ListSizes;
        interface IHandler<in TRequest, TAnswer> { Task<TAnswer> Handle(TRequest request); }
        class DropletHandler(DigitalOceanClient client) : IHandler<ListDroplets, string> { public Task<string> Handle(ListDroplets request) => client.ReadAsync(); }
        class SizeHandler : IHandler<ListSizes, string> { public Task<string> Handle(ListSizes request) => Task.FromResult(""); }
        """);

    [Fact]
    public Task A_class_that_handles_several_requests_runs_the_method_of_each() => FlowProject.ReportsAsync(
        """
        app.{|DOO103:MapGet|}("/droplets", (Relay relay) => relay.Pass(new ListDroplets()));
        app.MapGet("/sizes", (Relay relay) => relay.Pass(new ListSizes()));
        """,
        """
        record ListDroplets; record ListSizes;
        interface IHandler<T> { Task<string> Handle(T request); }
        class Handlers(DigitalOceanClient client) : IHandler<ListSizes>, IHandler<ListDroplets>
        {
            public Task<string> Handle(ListDroplets request) => client.ReadAsync();
            public Task<string> Handle(ListSizes request) => Task.FromResult("");
        }
        class Relay(IServiceProvider services) { public Task<string> Pass<T>(T request) => services.GetRequiredService<IHandler<T>>().Handle(request); }
        """);

    [Theory]
    [InlineData("app.MapGet", "public Task<string> Send(Note note) => Task.FromResult(note.ToString());")]
    [InlineData("app.{|DOO103:MapGet|}", "public Task<string> Send(object note) => Task.FromResult(note.ToString()!);")]
    [InlineData("app.{|DOO103:MapGet|}", "public Task<string> Send<T>(T note) where T : class => Task.FromResult(note.ToString()!);")]
    public Task A_method_that_takes_the_type_itself_dispatches_nothing(string map, string send) => FlowProject.ReportsAsync(
        map + """("/x", (Mailer mailer) => mailer.Send(new Note()));""",
        "class Note; class Mailer { " + send + " } class NoteHandler(DigitalOceanClient client) { public Task<string> Handle(Note note) => client.ReadAsync() ; }");
}
