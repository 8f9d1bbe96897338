using System.Globalization;

namespace DoOAuth.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(string Subject, int? Rounds, bool Write)
{
    /// <summary>Reads it; null if it is not valid.</summary>
    public static Options? Read(string[] args)
    {
        if (args is not [var subject, .. var rest])
        {
            return null;
        }

        var options = new Options(subject, null, Write: false);
        while (rest.Length > 0)
        {
            switch (rest)
            {
                case ["--write", .. var more]:
                    (options, rest) = (options with { Write = true }, more);
                    break;
                case ["--rounds", var text, .. var more] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0:
                    (options, rest) = (options with { Rounds = rounds }, more);
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
