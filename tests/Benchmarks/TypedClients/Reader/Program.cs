using System.Diagnostics;
using System.Globalization;
using DoOAuth.Benchmarks.TypedClients;

// FILE first: the milliseconds of the first list. FILE measure: the time and the bytes of one list, for each reader.
var body = File.ReadAllBytes(args[0]);
using var client = new HttpClient(new CannedAnswer(body));
List<(string Name, Func<Task<int>> Read)> readers =
[
#if OWN
    ("own", OwnClient.Over(client)),
#endif
#if HAND
    ("hand", HandWritten.Over(client)),
#endif
#if KIOTA
    ("kiota", KiotaClient.Over(client)),
#endif
];
if (args[1] == "measure")
{
    await Measuring.RunAsync(readers);
    return 0;
}

var start = Stopwatch.GetTimestamp();
var total = await readers[0].Read();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.000}"));
return total > 0 ? 0 : 1;
