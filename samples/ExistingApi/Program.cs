using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.RateLimiting;
using DoOAuth;
using ExistingApi;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

var builder = WebApplication.CreateBuilder(args);

// What the API has had before: programs call it with a token of its own, and every endpoint requires one unless it says otherwise.
var key = new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32));
builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
    .AddJwtBearer(options => options.TokenValidationParameters = new() { ValidIssuer = "api", ValidAudience = "api", IssuerSigningKey = key });
builder.Services.AddAuthorizationBuilder()
    .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
builder.Services.AddHealthChecks();
builder.Services.AddOutputCache(options => options.AddBasePolicy(policy => policy.Expire(TimeSpan.FromMinutes(1))));
builder.Services.AddRateLimiter(options =>
{
    options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
    options.AddPolicy("sign-in", context => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress, _ => new() { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) }));
});
builder.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders =
    ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost);

// New: people sign in with DigitalOcean. The default scheme stays the API's own.
builder.AddDropletDeck();

var app = builder.Build();
app.UseForwardedHeaders();
app.UsePathBase("/cloud");
app.UseRouting();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();
app.UseOutputCache();

app.MapHealthChecks("/health").AllowAnonymous();
app.MapGet("/now", () => TimeProvider.System.GetTimestamp().ToString(CultureInfo.InvariantCulture)).AllowAnonymous();
app.MapGet("/report", (ClaimsPrincipal user) => $"A report for {user.FindFirstValue(ClaimTypes.NameIdentifier)}.");

// In a real API, these tokens come from an identity provider.
app.MapPost("/token", () => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = true }.CreateToken(new SecurityTokenDescriptor
{
    Issuer = "api",
    Audience = "api",
    Claims = new Dictionary<string, object> { ["sub"] = "a-program" },
    SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
})).AllowAnonymous();

app.MapDropletDeck().RequireRateLimiting("sign-in");
app.MapGet("/droplets", (DigitalOceanClient digitalOcean, CancellationToken cancel) =>
        digitalOcean.GetFromJsonAsync<JsonElement>("/v2/droplets", cancel))
   .RequireDropletRead();

app.Run();
