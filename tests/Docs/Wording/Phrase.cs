using System.Text.RegularExpressions;

namespace DoOAuth.Docs.Tests.Wording;

/// <summary>A phrase that reads as translated.</summary>
/// <param name="Pattern">What is found, without regard to case.</param>
/// <param name="Instead">What to write instead.</param>
internal sealed record Phrase(string Pattern, string Instead)
{
    private readonly Regex _regex = new($@"\b(?:{Pattern})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static IReadOnlyList<Phrase> All { get; } =
    [
        new("may stay away|each of them may", "is optional, all are optional"),
        new("stays? away", "is omitted, is not emitted"),
        new("stands? in(?! for\\b)|stand in(?! for\\b)|standing in(?! for\\b)", "is in, contains"),
        new("stands? (on|at|below|beside|behind|outside|there)", "is on, follows, is next to"),
        new("stands? in front|in front ends", "is a proxy, behind a proxy"),
        new("ends? TLS", "terminates TLS"),
        new("lies? (in|under|beside|about)", "is in, is stored in"),
        new("comes? into question", "is a candidate"),
        new("comes? of (it|that|\\w+ (with|where))|nothing comes of", "is ignored, is not used"),
        new("what comes? of", "the result of"),
        new("what becomes? of", "what happens to, the result of"),
        new("mend(s|ed|ing)?", "fix, fixed"),
        new("besides( that)?", "also, in addition"),
        new("what is missed", "targets not met"),
        new("who knows", "possibly"),
        new("(is|are) wont to", "usually"),
        new("it is so that", "leave it out"),
        new("nothing where|null where|nothing if (it|there)", "null if"),
        new("leads? on to", "continues with, explains"),
        new("would be able to", "can"),
        new("only looks", "view only"),
        new("letter by letter", "exactly, case-sensitive"),
        new("advises? against", "deprecated"),
        new("(is|are) nothing to (each|another|it|the)", "do not affect, cannot read"),
        new("(is|are) yours to say|is your own business|is (the library's|DigitalOcean's) business", "is up to you"),
        new("goes on with|go on with|goes on working", "continues with, stays valid"),
        new("in place of", "instead of"),
        new("(words|page|line) of ours", "DoOAuth's, its own"),
        new("dead (at once|on arrival)", "invalid immediately, expired"),
        new("as good as the", "treated like"),
        new("whoever", "users who, anyone who"),
        new("misspelt", "misspelled"),
        new("(hand|hands|handed|handing) (on|in|over)", "pass, passed"),
        new("hands? back|handed back", "return, returned"),
        new("of which (nothing|little)|is known of", "unknown, is known about"),
        new("takes? away|taken away|taking (\\w+ )?away", "remove"),
        new("sets? (all )?(\\w+ )?aside", "disables"),
        new("(absent|empty|none) where|where (none|one) does", "if"),
        new("behind (it|them|the (?!proxy|proxies|firewall|scenes)\\w+)", "after"),
        new("(can|cannot) be meant", "is valid, is not valid"),
        new("of late|just now", "recently, at the moment"),
        new("(Redis|store|DigitalOcean|it) (is|was) (still )?away", "is unavailable"),
        new("(that|which) (is|are) no (?!longer|more)\\w+", "that is not a"),
        new("requires? beside", "also requires"),
        new("(session|access|sign-in) (is|was) over|(is|are) over for", "has ended, has expired"),
        new("(is|are|was|were) spent|spends? (a|the|its) (refresh )?token", "was already used"),
        new("leads? nowhere", "does not exist"),
        new("knows? nothing of", "does not use, does not know"),
        new("in vain", "without success"),
        new("begin again", "start again, try again"),
    ];

    public bool IsIn(string line) => _regex.IsMatch(line);
}
