#!/bin/sh
# When Redis is unavailable, an app keeps trying to reconnect, and each command fails with a RedisConnectionException. Most people expect the
# exception to give the reason of the latest attempt. For example, if the server comes back with another password: that the password is wrong.
#
# What happens (StackExchange.Redis 3.4.35, redis-server 7.0.15, 2026-11-30): the exception gives the first reason, "SocketClosed", as long as
# the connection is down, although the server rejects each attempt with WRONGPASS. The inner exceptions give the same reason, and the event
# ConnectionFailed is not raised again. A new ConnectionMultiplexer reports the wrong password immediately.
#
# Source: PhysicalBridge.OnConnectionFailed in https://github.com/StackExchange/StackExchange.Redis keeps the first failure only,
# "until it is restored". The docs do not say so.
# Exits non-zero when that changes. Needs the .NET 10 SDK and redis-server; installs the package in a temporary folder. Uses 127.0.0.1 only.
set -eu
folder=$(mktemp -d)
trap 'test ! -s "$folder/redis.pid" || kill "$(cat "$folder/redis.pid")"; rm -rf "$folder"' EXIT
cd "$folder"
cat > lost.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
  <ItemGroup><PackageReference Include="StackExchange.Redis" Version="3.4.35" /></ItemGroup>
</Project>
P
cat > Program.cs <<'P'
using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using StackExchange.Redis;

int port;
using (var free = new TcpListener(IPAddress.Loopback, 0))
{
    free.Start();
    port = ((IPEndPoint)free.LocalEndpoint).Port;
}

ConfigurationOptions With(string password) => new()
{
    EndPoints = { { "127.0.0.1", port } }, Password = password, AllowAdmin = true, AbortOnConnectFail = false,
    BacklogPolicy = BacklogPolicy.FailFast, ReconnectRetryPolicy = new LinearRetry(200),
    IncludeDetailInExceptions = false, // The details are counters, which differ each time. With them the reason is the same.
};

async Task<Process> Server(string password)
{
    var server = Process.Start(new ProcessStartInfo("redis-server",
    [
        "--port", $"{port}", "--bind", "127.0.0.1", "--requirepass", password, "--save", "", "--appendonly", "no",
        "--logfile", $"{Environment.CurrentDirectory}/redis.log", "--pidfile", $"{Environment.CurrentDirectory}/redis.pid",
    ]))!;
    await Until("redis-server to listen", async () =>
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    });
    return server;
}

async Task Until(string what, Func<Task<bool>> seen)
{
    for (var tries = 0; tries < 75; tries++)
    {
        if (await seen())
        {
            return;
        }

        await Task.Delay(200);
    }

    throw new TimeoutException($"Waited 15 seconds for {what}.");
}

// What a command says: "answered", or the exception with all that it carries.
async Task<string> Ask(ConnectionMultiplexer connection)
{
    try
    {
        await connection.GetDatabase().StringGetAsync("key");
        return "answered";
    }
    catch (RedisConnectionException failed)
    {
        var inner = failed.InnerException;
        return string.Join(" <- ", new[] { failed.Message, inner?.Message, inner?.InnerException?.Message }.OfType<string>());
    }
}

var server = await Server("first");
try
{
    await using var connection = await ConnectionMultiplexer.ConnectAsync(With("first"));
    await Until("an answer", async () => await Ask(connection) == "answered");
    var events = 0;
    connection.ConnectionFailed += (_, _) => Interlocked.Increment(ref events);

    server.Kill();
    await server.WaitForExitAsync();
    await Until("the loss to be seen", async () => Volatile.Read(ref events) == 2 && await Ask(connection) != "answered");
    var lost = await Ask(connection);
    Console.WriteLine($"server gone: {lost}");

    server = await Server("second");
    await using var owner = await ConnectionMultiplexer.ConnectAsync(With("second"));
    var refused = 0;
    await Until("the server to refuse the password ten times", async () =>
    {
        var errors = await owner.GetServer("127.0.0.1", port).InfoRawAsync("errorstats");
        refused = int.TryParse(Regex.Match(errors ?? "", "errorstat_WRONGPASS:count=([0-9]+)").Groups[1].Value, out var count) ? count : 0;
        return refused >= 10;
    });
    var later = await Ask(connection);
    Console.WriteLine($"password refused {refused} times: {later}");
    Console.WriteLine($"ConnectionFailed raised since the server is back: {events - 2} times");

    await using var fresh = await ConnectionMultiplexer.ConnectAsync(With("first"));
    var told = await Ask(fresh);
    Console.WriteLine($"new connection: {told}");

    await owner.GetServer("127.0.0.1", port).ConfigSetAsync("requirepass", "first");
    await Until("the first connection to work with its password again", async () => await Ask(connection) == "answered");
    Console.WriteLine("password put back: answered");

    bool Password(string text) => text.Contains("NOAUTH") || text.Contains("WRONGPASS");
    return later == lost && !Password(later) && Password(told) && events == 2 ? 0 : 1;
}
finally
{
    server.Kill();
    await server.WaitForExitAsync();
    System.IO.File.Delete("redis.pid");
}
P
timeout 90 dotnet run
