using System.Globalization;
using System.Text;

namespace DoOAuth.Sandbox.Notes;

/// <summary>
/// What helps the developer with a request: why it was refused, or what is unwise about it. DigitalOcean's responses do not say so, so
/// it goes to the log and to the page of requests.
/// </summary>
internal sealed class RequestNotes
{
    private const int MaximumLength = 500;

    private readonly List<string> _notes = [];

    /// <summary>Adds a note to a request. It must not contain a token, a code or a secret.</summary>
    public static void Add(HttpContext context, string note)
    {
        var notes = context.Features.Get<RequestNotes>();
        if (notes is null)
        {
            context.Features.Set(notes = new RequestNotes());
        }

        notes._notes.Add(OneLine(note));
    }

    /// <summary>Returns the notes of a request.</summary>
    public static IReadOnlyList<string> Of(HttpContext context) => context.Features.Get<RequestNotes>()?._notes ?? [];

    // A note can contain what a client has sent, which must not be able to add lines to the log.
    private static string OneLine(string note)
    {
        var text = new StringBuilder(note.Length);
        foreach (var character in note.AsSpan(0, Math.Min(note.Length, MaximumLength)))
        {
            if (char.IsControl(character) || character is '\u2028' or '\u2029')
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                text.Append(character);
            }
        }

        return text.ToString();
    }
}
