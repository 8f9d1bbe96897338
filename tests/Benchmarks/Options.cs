using System.Globalization;

namespace DoOAuth.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(int Rounds, string? Case)
{
    /// <summary>Reads it; nothing where it cannot be.</summary>
    public static Options? Read(string[] args)
    {
        if (args is not ["analyzers", .. var rest])
        {
            return null;
        }

        var options = new Options(7, null);
        while (rest is [var name, var value, .. var more])
        {
            switch (name)
            {
                case "--rounds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0:
                    options = options with { Rounds = rounds };
                    break;
                case "--case" when AnalyzerBenchmarks.AllCases.Contains(value):
                    options = options with { Case = value };
                    break;
                default:
                    return null;
            }

            rest = more;
        }

        return rest.Length == 0 ? options : null;
    }
}
