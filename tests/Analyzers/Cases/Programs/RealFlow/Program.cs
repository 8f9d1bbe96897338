using System.Diagnostics.CodeAnalysis;
using DoOAuth;

var builder = WebApplication.CreateBuilder(args);
builder.AddDeck();
var app = builder.Build();
app.MapDeck();
app.Run();

// A variable, and what it holds when the call is made. Only account:read is declared; what has no mark calls /v2/account or nothing.

// case: overwritten after the call, in a loop that goes round again
sealed class LoopAgain(DigitalOceanClient client)
{
    public async Task<int> RunAsync(int rounds)
    {
        var length = 0;
        var path = "/v2/account";
        for (var i = 0; i < rounds; i++)
        {
            length += (await client.GetStringAsync(path)).Length; // expect: DOO102 tag:read
            path = "/v2/tags";
        }

        return length;
    }
}

// case: overwritten at the start of each round: quiet
sealed class LoopFresh(DigitalOceanClient client)
{
    public async Task<int> RunAsync(int rounds)
    {
        var length = 0;
        var path = "/v2/tags";
        while (rounds-- > 0)
        {
            path = "/v2/account";
            length += (await client.GetStringAsync(path)).Length;
        }

        return length;
    }
}

// case: overwritten, and then break before the call
sealed class Broken(DigitalOceanClient client)
{
    public async Task<string> RunAsync(bool stop)
    {
        var path = "/v2/vpcs";
        foreach (var _ in Enumerable.Range(0, 2))
        {
            if (stop)
            {
                break;
            }

            path = "/v2/account";
        }

        return await client.GetStringAsync(path); // expect: DOO102 vpc:read
    }
}

// case: a do loop runs at least once: quiet
sealed class AtLeastOnce(DigitalOceanClient client)
{
    public async Task<string> RunAsync(int rounds)
    {
        var path = "/v2/vpcs";
        do
        {
            path = "/v2/account";
        }
        while (--rounds > 0);

        return await client.GetStringAsync(path);
    }
}

// case: finally has the last word: quiet
sealed class Finally(DigitalOceanClient client, ILogger<Finally> logger)
{
    public async Task<string> RunAsync(string setting)
    {
        var path = "/v2/snapshots";
        try
        {
            _ = int.Parse(setting);
            path = "/v2/images";
        }
        catch (FormatException exception)
        {
            logger.LogDebug(exception, "not a number");
        }
        finally
        {
            path = "/v2/account";
        }

        return await client.GetStringAsync(path);
    }
}

// case: the try may stop before the overwriting
sealed class TryStops(DigitalOceanClient client)
{
    public async Task<string> RunAsync(string setting)
    {
        var path = "/v2/actions";
        try
        {
            _ = int.Parse(setting);
            path = "/v2/account";
        }
        catch (FormatException)
        {
        }

        return await client.GetStringAsync(path); // expect: DOO102 actions:read
    }
}

// case: the same, but the catch leaves: quiet
sealed class CatchLeaves(DigitalOceanClient client)
{
    public async Task<string> RunAsync(string setting)
    {
        var path = "/v2/actions";
        try
        {
            _ = int.Parse(setting);
            path = "/v2/account";
        }
        catch (FormatException)
        {
            return "";
        }

        return await client.GetStringAsync(path);
    }
}

// case: goto, forwards over the overwriting
sealed class Forwards(DigitalOceanClient client)
{
    public Task<string> RunAsync(bool skip)
    {
        var path = "/v2/firewalls";
        if (skip)
        {
            goto send;
        }

        path = "/v2/account";
    send:
        return client.GetStringAsync(path); // expect: DOO102 firewall:read
    }
}

// case: goto case, whose target overwrites: quiet
sealed class GotoCase(DigitalOceanClient client)
{
    public Task<string> RunAsync(int kind)
    {
        var path = "/v2/firewalls";
        switch (kind)
        {
            case 1:
                path = "/v2/certificates";
                goto default;
            case 2:
                goto case 1;
            default:
                path = "/v2/account";
                break;
        }

        return client.GetStringAsync(path);
    }
}

// case: a switch statement without a default keeps what was there
sealed class NoDefault(DigitalOceanClient client)
{
    public Task<string> RunAsync(DayOfWeek day)
    {
        var path = "/v2/registries";
        switch (day)
        {
            case DayOfWeek.Saturday or DayOfWeek.Sunday:
                path = "/v2/account";
                break;
            case DayOfWeek.Friday:
                throw new NotSupportedException();
        }

        return client.GetStringAsync(path); // expect: DOO102 registry:read
    }
}

// case: out of a Try method, with an early return when there is none
sealed class TryPattern(DigitalOceanClient client)
{
    public async Task<string?> RunAsync(string kind)
    {
        if (!TryLocate(kind, out var path))
        {
            return null;
        }

        return await client.GetStringAsync(path); // expect: DOO102 load_balancer:read
    }

    public async Task<string?> MeAsync() => TryMe(out var path) ? await client.GetStringAsync(path) : null;

    private static bool TryLocate(string kind, [NotNullWhen(true)] out string? path)
    {
        if (kind.Length == 0)
        {
            path = null;
            return false;
        }

        path = "/v2/load_balancers";
        return true;
    }

    private static bool TryMe(out string path)
    {
        path = "/v2/load_balancers";
        path = "/v2/account";
        return true;
    }
}

// case: a tuple from an async method, taken apart into variables that exist
sealed class Taken(DigitalOceanClient client)
{
    public async Task<string> RunAsync()
    {
        string path, accept;
        (path, accept) = await ResolveAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accept);
        using var response = await client.SendAsync(request); // expect: DOO102 database:read
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<(string Path, string Accept)> ResolveAsync()
    {
        await Task.Yield();
        return ("/v2/databases/options", "application/json");
    }
}

// case: a request whose address is set in a using block, and whose method is changed
sealed class Changed(DigitalOceanClient client)
{
    public async Task RunAsync(Guid id, bool dry)
    {
        using (var request = new HttpRequestMessage())
        {
            request.RequestUri = new Uri($"/v2/vpcs/{id}", UriKind.Relative);
            request.Method = HttpMethod.Delete;
            if (dry)
            {
                return;
            }

            using var response = await client.SendAsync(request); // expect: DOO102 vpc:delete
            response.EnsureSuccessStatusCode();
        }
    }
}

// case: compound assignment builds the path up
sealed class Compound(DigitalOceanClient client)
{
    public Task<string> RunAsync(Guid cluster, bool versions)
    {
        var path = "/v2";
        path += "/kubernetes/clusters";
        path += $"/{cluster:D}";
        if (versions)
        {
            path += "/upgrades";
        }

        return client.GetStringAsync(path); // expect: DOO102 kubernetes:read
    }
}

// case: ??= and a nullable that was given before
sealed class Coalesced(DigitalOceanClient client)
{
    public Task<string> RunAsync()
    {
        string? path = null;
        path ??= "/v2/account";
        path ??= "/v2/domains";
        return client.GetStringAsync(path);
    }

    public Task<string> NoneAsync(string? given)
    {
        string? path = null;
        path ??= "/v2/domains";
        return client.GetStringAsync(path); // expect: DOO102 domain:read
    }
}

// case: a local function that overwrites what it captured, run before the call: quiet
sealed class Captures(DigitalOceanClient client)
{
    public Task<string> RunAsync()
    {
        var path = "/v2/certificates";
        Correct();
        return client.GetStringAsync(path);

        void Correct() => path = "/v2/account";
    }
}

// case: a branch that throws
sealed class Guarded(DigitalOceanClient client)
{
    public Task<string> RunAsync(string kind)
    {
        var path = "/v2/certificates";
        if (kind == "me")
        {
            path = "/v2/account";
        }
        else
        {
            throw new ArgumentException(kind, nameof(kind));
        }

        return client.GetStringAsync(path);
    }
}

// case: nested conditionals, one leaf of which needs more
sealed class Leaves(DigitalOceanClient client)
{
    public Task<string> RunAsync(bool own, bool full) =>
        client.GetStringAsync(own ? full ? "/v2/customers/my/balance" : "/v2/account" : "/v2/1-clicks"); // expect: DOO102 billing:read
}

// case: the same name in two scopes of a method
sealed class SameName(DigitalOceanClient client)
{
    public async Task RunAsync(Guid id)
    {
        {
            var path = "/v2/account";
            await client.GetStringAsync(path);
        }

        {
            var path = $"/v2/cdn/endpoints/{id}";
            await client.DeleteAsync(path); // expect: DOO102 cdn:delete
        }
    }
}

[DigitalOceanOAuth]
[DigitalOceanScope(Scopes.Account.Read)]
public static partial class Deck;
