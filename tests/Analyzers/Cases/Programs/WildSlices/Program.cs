using Depot;
using Depot.Features.Keys;
using Depot.Features.Shares;
using Depot.Features.Volumes;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
builder.Services.AddDepot();
var app = builder.Build();
app.MapDeck();

var api = app.MapGroup("/api").WithTags("depot");
api.MapShares();
api.MapKeys().RequireSpacesKeyRead();
api.MapGroup("/volumes").MapVolumes(guard: static builder => builder.RequireBlockStorageRead());
api.MapGroup("/open-volumes").MapVolumes(guard: null);
app.Run();

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
[DigitalOceanScope(Scopes.Nfs.Read)]
[DigitalOceanScope(Scopes.Nfs.Create, Optional = true)]
[DigitalOceanScope(Scopes.Nfs.Delete, Optional = true)]
[DigitalOceanScope(Scopes.SpacesKey.Read)]
[DigitalOceanScope(Scopes.SpacesKey.Delete, Optional = true)]
[DigitalOceanScope(Scopes.BlockStorage.Read)]
public static partial class Deck;
