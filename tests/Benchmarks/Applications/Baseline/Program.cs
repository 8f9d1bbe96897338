using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http.HttpResults;

const string Provider = "DigitalOcean";

var builder = WebApplication.CreateSlimBuilder(args);
var section = builder.Configuration.GetSection("DigitalOcean");
var authority = section["Authority"] ?? "https://cloud.digitalocean.com";
var apiAddress = new Uri(section["ApiBaseAddress"] ?? "https://api.digitalocean.com");
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
builder.Services.AddProblemDetails();

builder.Services.AddAuthentication(options =>
    {
        options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.DefaultChallengeScheme = Provider;
    })
    .AddCookie()
    .AddOAuth(Provider, options =>
    {
        options.ClientId = section["ClientId"]!;
        options.ClientSecret = section["ClientSecret"]!;
        options.CallbackPath = "/callback";
        options.AuthorizationEndpoint = $"{authority.TrimEnd('/')}/v1/oauth/authorize";
        options.TokenEndpoint = $"{authority.TrimEnd('/')}/v1/oauth/token";
        options.UserInformationEndpoint = new Uri(apiAddress, "/v2/account").AbsoluteUri;
        options.UsePkce = true;
        options.SaveTokens = true;

        // It is asked over plain HTTP, where a client does not send back what is marked as secure.
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.Scope.Add("account:read");
        options.Scope.Add("droplet:read");
        options.ClaimActions.MapJsonSubKey(ClaimTypes.NameIdentifier, "account", "uuid");
        options.ClaimActions.MapJsonSubKey(ClaimTypes.Name, "account", "name");
        options.ClaimActions.MapJsonSubKey(ClaimTypes.Email, "account", "email");
        options.Events = new OAuthEvents
        {
            OnCreatingTicket = async context =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
                request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
                using var response = await context.Backchannel.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.HttpContext.RequestAborted);
                response.EnsureSuccessStatusCode();
                using var user = JsonDocument.Parse(await response.Content.ReadAsStringAsync(context.HttpContext.RequestAborted));
                context.RunClaimActions(user.RootElement);
                context.Identity!.AddClaim(new Claim("scope", context.TokenResponse.Response!.RootElement.GetString("scope") ?? ""));
            },
        };
    });
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("droplet:read", policy => policy.RequireAssertion(context => HasScope(context.User, "droplet:read")))
    .AddPolicy("droplet:create", policy => policy.RequireAssertion(context => HasScope(context.User, "droplet:create")));
builder.Services.AddHttpContextAccessor();
builder.Services.AddTransient<TokenHandler>();
builder.Services.AddHttpClient<DropletClient>(client => client.BaseAddress = apiAddress).AddHttpMessageHandler<TokenHandler>();

var app = builder.Build();
app.UseExceptionHandler();

app.MapGet("/login", (string? returnUrl) => TypedResults.Challenge(new AuthenticationProperties { RedirectUri = returnUrl ?? "/" }, [Provider]));
app.MapPost("/logout", () => TypedResults.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme]));
app.MapGet("/me", Results<Ok<User>, UnauthorizedHttpResult> (ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true }
    ? TypedResults.Ok(new User(user.FindFirstValue(ClaimTypes.NameIdentifier), user.Identity.Name, user.FindFirstValue(ClaimTypes.Email)))
    : TypedResults.Unauthorized());

var api = app.MapGroup("/api");
api.MapGet("/droplets", async (DropletClient droplets, CancellationToken cancel) => TypedResults.Ok(await droplets.ListAsync(cancel)))
    .RequireAuthorization("droplet:read");
api.MapPost("/droplets", async Task<Results<Accepted<Droplet>, ValidationProblem>> (NewDroplet droplet, DropletClient droplets, CancellationToken cancel) =>
    DropletName.Allowed().IsMatch(droplet.Name)
        ? TypedResults.Accepted("/api/droplets", await droplets.CreateAsync(droplet, cancel))
        : TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["name"] = ["A droplet's name is 1 to 255 letters, digits, dots and hyphens."] }))
    .RequireAuthorization("droplet:create");

app.Run();

static bool HasScope(ClaimsPrincipal user, string scope) => user.FindFirstValue("scope")?.Split(' ').Contains(scope) == true;

internal sealed class TokenHandler(IHttpContextAccessor accessor) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await accessor.HttpContext!.GetTokenAsync("access_token");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await base.SendAsync(request, cancellationToken);
    }
}

internal sealed class DropletClient(HttpClient http)
{
    public async Task<DropletList> ListAsync(CancellationToken cancel) => await http.GetFromJsonAsync("/v2/droplets", AppJson.Default.DropletList, cancel) ?? new([]);

    public async Task<Droplet> CreateAsync(NewDroplet droplet, CancellationToken cancel)
    {
        using var response = await http.PostAsJsonAsync("/v2/droplets", droplet, AppJson.Default.NewDroplet, cancel);
        response.EnsureSuccessStatusCode();
        var created = await response.Content.ReadFromJsonAsync(AppJson.Default.DropletCreated, cancel);
        return created?.Droplet ?? throw new HttpRequestException("The answer names no droplet.");
    }
}

internal static partial class DropletName
{
    [GeneratedRegex(@"\A[a-zA-Z0-9]([a-zA-Z0-9.-]{0,253}[a-zA-Z0-9])?\z")]
    public static partial Regex Allowed();
}

public sealed record User(string? Uuid, string? Name, string? Email);

public sealed record Droplet(long Id, string Name, string Status, string SizeSlug, Region? Region);

public sealed record Region(string Slug, string Name);

public sealed record DropletList(IReadOnlyList<Droplet> Droplets);

public sealed record NewDroplet(string Name, string Region = "fra1", string Size = "s-1vcpu-1gb", string Image = "ubuntu-24-04-x64");

public sealed record DropletCreated(Droplet Droplet);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(DropletList))]
[JsonSerializable(typeof(DropletCreated))]
[JsonSerializable(typeof(NewDroplet))]
internal sealed partial class AppJson : JsonSerializerContext;
