using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Ocean.Application;
using Ocean.Domain;
using Ocean.Infrastructure;
using Ocean.Web;
using DoOAuth;

// An ordinary app in the clean architecture's layers: nothing may be reported.
var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddProblemDetails();
builder.Services.AddMemoryCache();
builder.Services.AddApplication().AddInfrastructure(builder.Configuration);
var app = builder.Build();
app.UseExceptionHandler();
app.UseAuthentication();
app.UseAuthorization();
app.MapDeck();
app.MapEndpoints();
app.Run();

namespace Ocean.Domain
{
    public readonly record struct VolumeId(Guid Value) { public override string ToString() => Value.ToString("D"); }
    public sealed record Volume(VolumeId Id, string Name, long SizeGigabytes);
    public sealed record FirewallRule(string Protocol, string Ports);
    public abstract record Error(string Message);
    public sealed record Missing(string Message) : Error(Message);
    public sealed record Refused(string Message) : Error(Message);

    public readonly struct Result<T>
    {
        private Result(T? value, Error? error) => (Value, Error) = (value, error);
        public T? Value { get; }
        public Error? Error { get; }
        public static implicit operator Result<T>(T value) => new(value, null);
        public static implicit operator Result<T>(Error error) => new(default, error);
        public TResult Match<TResult>(Func<T, TResult> ok, Func<Error, TResult> failed) => Error is null ? ok(Value!) : failed(Error);
    }

    public interface IVolumeRepository
    {
        Task<IReadOnlyList<Volume>> ListAsync(int page, CancellationToken cancel);
        Task<Volume?> FindAsync(VolumeId id, CancellationToken cancel);
        Task<Result<Volume>> AddAsync(string name, long size, CancellationToken cancel);
        Task RemoveAsync(VolumeId id, CancellationToken cancel);
    }

    public interface IAuditLog { ValueTask WriteAsync(string what, CancellationToken cancel); }
}

namespace Ocean.Application
{
    public interface IUseCase<in TInput, TOutput> { Task<TOutput> ExecuteAsync(TInput input, CancellationToken cancel); }
    public sealed record ListVolumes(int Page = 1);
    public sealed record CreateVolume(string Name, long Size);
    public sealed record DeleteVolume(VolumeId Id);
    public sealed record ReadAudit(DateOnly Since);

    public sealed class ListVolumesUseCase(IVolumeRepository volumes) : IUseCase<ListVolumes, IReadOnlyList<Volume>>
    {
        public Task<IReadOnlyList<Volume>> ExecuteAsync(ListVolumes input, CancellationToken cancel) => volumes.ListAsync(Math.Max(1, input.Page), cancel);
    }

    public sealed class CreateVolumeUseCase(IVolumeRepository volumes, IAuditLog audit) : IUseCase<CreateVolume, Result<Volume>>
    {
        public async Task<Result<Volume>> ExecuteAsync(CreateVolume input, CancellationToken cancel)
        {
            if (input.Size is < 1 or > 16_384)
            {
                return new Refused("size");
            }

            var result = await volumes.AddAsync(input.Name, input.Size, cancel);
            await audit.WriteAsync($"volume {input.Name}", cancel);
            return result;
        }
    }

    public sealed class DeleteVolumeUseCase(IVolumeRepository volumes, IAuditLog audit) : IUseCase<DeleteVolume, Result<bool>>
    {
        public async Task<Result<bool>> ExecuteAsync(DeleteVolume input, CancellationToken cancel)
        {
            if (await volumes.FindAsync(input.Id, cancel) is not { } volume)
            {
                return new Missing(input.Id.ToString());
            }

            await volumes.RemoveAsync(volume.Id, cancel);
            await audit.WriteAsync($"removed {volume.Name}", cancel);
            return true;
        }
    }

    public sealed class ReadAuditUseCase : IUseCase<ReadAudit, IReadOnlyList<string>>
    {
        public Task<IReadOnlyList<string>> ExecuteAsync(ReadAudit input, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([$"since {input.Since}"]);
    }

    public sealed class Timed<TInput, TOutput>(IUseCase<TInput, TOutput> inner, ILogger<Timed<TInput, TOutput>> logger) : IUseCase<TInput, TOutput>
    {
        public async Task<TOutput> ExecuteAsync(TInput input, CancellationToken cancel)
        {
            var start = TimeProvider.System.GetTimestamp();
            try
            {
                return await inner.ExecuteAsync(input, cancel);
            }
            finally
            {
                logger.LogDebug("{Name} took {Time}", typeof(TInput).Name, TimeProvider.System.GetElapsedTime(start));
            }
        }
    }

    public static class DependencyInjection
    {
        public static IServiceCollection AddApplication(this IServiceCollection services)
        {
            services.AddScoped<IUseCase<ListVolumes, IReadOnlyList<Volume>>, ListVolumesUseCase>();
            services.AddScoped<IUseCase<CreateVolume, Result<Volume>>, CreateVolumeUseCase>();
            services.AddScoped<IUseCase<DeleteVolume, Result<bool>>, DeleteVolumeUseCase>();
            services.AddScoped<IUseCase<ReadAudit, IReadOnlyList<string>>, ReadAuditUseCase>();
            return services;
        }
    }
}

namespace Ocean.Infrastructure
{
    internal sealed record VolumeDto([property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("size_gigabytes")] long Size)
    {
        public Volume ToDomain() => new(new VolumeId(Id), Name, Size);
    }

    internal sealed record VolumesDto(VolumeDto[] Volumes);
    internal sealed record VolumeEnvelope(VolumeDto Volume);

    internal sealed class VolumeRepository(DigitalOceanClient client, ILogger<VolumeRepository> logger) : IVolumeRepository
    {
        private const string Resource = "/v2/volumes";

        public async Task<IReadOnlyList<Volume>> ListAsync(int page, CancellationToken cancel)
        {
            var dto = await client.GetFromJsonAsync<VolumesDto>($"{Resource}?page={page}&per_page=50", cancel);
            return [.. (dto?.Volumes ?? []).Select(volume => volume.ToDomain())];
        }

        public async Task<Volume?> FindAsync(VolumeId id, CancellationToken cancel)
        {
            using var response = await client.GetAsync(PathOf(id), cancel);
            if (response.StatusCode is HttpStatusCode.NotFound)
            {
                return null;
            }

            response.EnsureSuccessStatusCode();
            return (await response.Content.ReadFromJsonAsync<VolumeEnvelope>(cancel))?.Volume.ToDomain();
        }

        public async Task<Result<Volume>> AddAsync(string name, long size, CancellationToken cancel)
        {
            using var response = await client.PostAsJsonAsync(Resource, new { name, size_gigabytes = size }, cancel);
            if (!response.IsSuccessStatusCode)
            {
                logger.LogWarning("DigitalOcean says {Status}", response.StatusCode);
                return new Refused(response.ReasonPhrase ?? "");
            }

            return (await response.Content.ReadFromJsonAsync<VolumeEnvelope>(cancel))!.Volume.ToDomain();
        }

        public async Task RemoveAsync(VolumeId id, CancellationToken cancel) => (await client.DeleteAsync(PathOf(id), cancel)).EnsureSuccessStatusCode();

        private static string PathOf(VolumeId id) => $"{Resource}/{id}";
    }

    internal sealed class WebhookAudit(HttpClient http) : IAuditLog
    {
        public async ValueTask WriteAsync(string what, CancellationToken cancel)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/actions") { Content = JsonContent.Create(new { what }) };
            using var response = await http.SendAsync(request, cancel);
        }
    }

    public static class DependencyInjection
    {
        public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
        {
            services.AddScoped<IVolumeRepository, VolumeRepository>();
            services.AddHttpClient<IAuditLog, WebhookAudit>(client => client.BaseAddress = new Uri(configuration["Audit:Url"] ?? "https://audit.example.com"));
            return services;
        }
    }
}

namespace Ocean.Web
{
    public interface IEndpointGroup { static abstract void Map(IEndpointRouteBuilder routes); }

    public sealed class Volumes : IEndpointGroup
    {
        public static void Map(IEndpointRouteBuilder routes)
        {
            var group = routes.MapGroup("/volumes").WithTags(nameof(Volumes)).RequireBlockStorageRead();
            group.MapGet("/", ListAsync).WithName("ListVolumes");
            group.MapPost("/", CreateAsync).RequireBlockStorageCreate();
            group.MapDelete("/{id:guid}", DeleteAsync).RequireBlockStorageDelete();
        }

        private static async Task<Ok<IReadOnlyList<Volume>>> ListAsync([AsParameters] ListVolumes input, IUseCase<ListVolumes, IReadOnlyList<Volume>> useCase, CancellationToken cancel) =>
            TypedResults.Ok(await useCase.ExecuteAsync(input, cancel));

        private static async Task<Results<Created<Volume>, BadRequest<ProblemDetails>>> CreateAsync(CreateVolume input, IUseCase<CreateVolume, Result<Volume>> useCase, CancellationToken cancel)
        {
            var result = await useCase.ExecuteAsync(input, cancel);
            return result.Match<Results<Created<Volume>, BadRequest<ProblemDetails>>>(
                volume => TypedResults.Created($"/volumes/{volume.Id}", volume),
                error => TypedResults.BadRequest(new ProblemDetails { Title = error.Message }));
        }

        private static async Task<IResult> DeleteAsync(Guid id, IUseCase<DeleteVolume, Result<bool>> useCase, CancellationToken cancel) =>
            (await useCase.ExecuteAsync(new DeleteVolume(new VolumeId(id)), cancel)).Match(_ => Results.NoContent(), error => Results.NotFound(error.Message));
    }

    public sealed class Audit : IEndpointGroup
    {
        public static void Map(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/audit", (IUseCase<ReadAudit, IReadOnlyList<string>> useCase, CancellationToken cancel) => useCase.ExecuteAsync(new ReadAudit(DateOnly.MinValue), cancel)).RequireAuthorization();
            routes.MapPost("/audit", (IAuditLog audit, string what, CancellationToken cancel) => audit.WriteAsync(what, cancel));
        }
    }

    public static class Endpoints
    {
        public static WebApplication MapEndpoints(this WebApplication app)
        {
            var api = app.MapGroup("/api/v1");
            api.Add<Volumes>().Add<Audit>();
            app.MapGet("/health", () => "ok").AllowAnonymous();
            return app;
        }

        private static IEndpointRouteBuilder Add<T>(this IEndpointRouteBuilder routes)
            where T : IEndpointGroup
        {
            T.Map(routes);
            return routes;
        }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.BlockStorage.Read)]
[DigitalOceanScope(Scopes.BlockStorage.Create)]
[DigitalOceanScope(Scopes.BlockStorage.Delete)]
public static partial class Deck;
