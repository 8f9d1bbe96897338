using System.Diagnostics;
using System.Globalization;

namespace DoOAuth.Benchmarks.TypedClients;

/// <summary>Measures readers by turns, because a machine changes from second to second.</summary>
internal static class Measuring
{
    private const int Slices = 40;
    private const int PerSlice = 5;

    /// <summary>Prints a line for each reader: its name, the microseconds and the bytes of one list.</summary>
    public static async Task RunAsync(IReadOnlyList<(string Name, Func<Task<int>> Read)> readers)
    {
        for (var warm = 0; warm < 4; warm++)
        {
            foreach (var (_, read) in readers)
            {
                for (var time = 0; time < 60; time++)
                {
                    await read();
                }
            }

            await Task.Delay(200);
        }

        var times = readers.Select(_ => new List<double>()).ToList();
        var bytes = new long[readers.Count];
        for (var slice = 0; slice < Slices; slice++)
        {
            for (var turn = 0; turn < readers.Count; turn++)
            {
                var place = (turn + slice) % readers.Count;
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                for (var time = 0; time < PerSlice; time++)
                {
                    await readers[place].Read();
                }

                times[place].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / PerSlice);
                bytes[place] += GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        for (var place = 0; place < readers.Count; place++)
        {
            times[place].Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{readers[place].Name}\t{times[place][Slices / 2]:0.0}\t{bytes[place] / (Slices * PerSlice)}"));
        }
    }
}
