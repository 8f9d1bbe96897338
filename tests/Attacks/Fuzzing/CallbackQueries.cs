using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.WebUtilities;

namespace DoOAuth.Tests.Fuzzing;

/// <summary>Draws callbacks that are nearly those of a sign-in that was begun.</summary>
internal sealed class CallbackQueries(BegunSignIn begun, string code, BegunSignIn another, BegunSignIn otherClass, BegunSignIn expired)
{
    private static readonly string[] KnownErrors =
        ["access_denied", "login_required", "consent_required", "invalid_scope", "server_error", "temporarily_unavailable", "unauthorized_client", "invalid_grant"];

    public Arbitrary<CallbackCase> Cases => Arb.From(
        from state in Gen.Frequency((8, RightState), (6, OddState), (1, None))
        from codePart in Gen.Frequency((6, RightCode), (6, OddCode), (2, None))
        from error in Gen.Frequency((8, None), (3, Error))
        from rest in Gen.Frequency((4, Gen.Constant(new List<QueryPart>())), (4, Anything.ListOf(1)), (2, Anything.ListOf(3)))
        from parts in Gen.Shuffle<QueryPart>([.. state, .. codePart, .. error, .. rest])
        from cookies in Cookies
        from asPage in Gen.Elements(false, false, false, true)
        select new CallbackCase(parts, cookies, asPage),
        static one => one.Simpler());

    private static Gen<QueryPart[]> None => Gen.Constant(Array.Empty<QueryPart>());

    private Gen<QueryPart[]> RightState => Gen.Constant<QueryPart[]>([StateOf(begun)]);

    private Gen<QueryPart[]> RightCode => Gen.Constant<QueryPart[]>([RightCodePart]);

    private Gen<QueryPart[]> OddState => Gen.OneOf(
        Gen.Elements<QueryPart[]>(
            [StateOf(begun), StateOf(begun)],
            [StateOf(begun), Wrong("state", "")],
            [StateOf(another)],
            [StateOf(begun), StateOf(another)],
            [Wrong("state", otherClass.State)],
            [Wrong("state", expired.State)],
            [Wrong("state", begun.Cookie.Split('=', 2)[1])],
            [State(begun.State + " ")],
            [Wrong("state", begun.State + "%00")],
            [Wrong("state", begun.State + begun.State)],
            [Wrong("state", begun.State.ToUpperInvariant())],
            [Wrong("State[]", begun.State)]),
        Tampered(begun.State).Select(state => new[] { State(state) }),
        Raw.Select(text => new[] { Wrong("state", text) }));

    private Gen<QueryPart[]> OddCode => Gen.OneOf(
        Gen.Elements<QueryPart[]>(
            [RightCodePart, RightCodePart],
            [RightCodePart, Wrong("code", "")],
            [Wrong("code", "")],
            [new QueryPart("code", "code")],
            [Wrong("code[]", code)],
            [Wrong("code", code + "%00")],
            [Wrong("code", "%20" + code)],
            [Wrong("code", code.ToUpperInvariant())]),
        Tampered(code).Select(text => new[] { Wrong("code", text) }),
        Raw.Select(text => new[] { Wrong("code", Markers.Secret + text) }));

    private static Gen<QueryPart[]> Error =>
        from name in Gen.Elements("error", "ERROR", "Error", "err%6Fr")
        from error in Gen.OneOf(Gen.Elements(KnownErrors), Raw.Select(text => Markers.ProvidersWords + text), Gen.Constant(""))
        from description in Raw
        from twice in Gen.Elements(false, false, false, true)
        select Enumerable.Repeat(new QueryPart("error", $"{name}={error}"), twice ? 2 : 1)
            .Append(Wrong("error_description", Markers.ProvidersWords + description)).ToArray();

    private static Gen<QueryPart> Anything => Gen.OneOf(
        from name in Gen.Elements("iss", "scope", "session_state", "error_description", "error_uri", "returnUrl", "redirect_uri", "access_token", "token_type", "client_id", "x", "")
        from value in Raw
        select Wrong(name, (name == "access_token" ? Markers.Secret : Markers.ProvidersWords) + value),
        Raw.Select(raw => new QueryPart("", Markers.ProvidersWords + raw)),
        Gen.Elements(new QueryPart("", ""), new QueryPart("", "="), new QueryPart("", "=="), new QueryPart("", ";"), new QueryPart("", "%"), new QueryPart("", "?"), new QueryPart("", "#")));

    // Encoded well, encoded badly, or not at all; ampersands alone are always encoded, since they would make another part of it.
    private static Gen<string> Raw =>
        from text in RandomText.Any
        from how in Gen.Elements<Func<string, string>>(
            static text => Uri.EscapeDataString(Valid(text)),
            static text => Uri.EscapeDataString(Uri.EscapeDataString(Valid(text))),
            static text => string.Concat(Encoding.BigEndianUnicode.GetBytes(text).Select(value => $"%{value:x2}")),
            static text => text + "%", static text => text + "%f", static text => "%c3%28" + text, static text => text)
        select how(text).Replace("&", "%26", StringComparison.Ordinal);

    private static Gen<string> Tampered(string text) =>
        from place in Gen.Choose(0, text.Length - 1)
        from how in Gen.Elements<Func<string, int, string>>(
            static (text, place) => text[..place],
            static (text, place) => text[(place + 1)..],
            static (text, place) => text.Remove(place, 1),
            static (text, place) => text.Insert(place, "A"),
            static (text, place) => string.Concat(text.AsSpan(0, place), text[place] == 'A' ? "B" : "A", text.AsSpan(place + 1)),
            static (text, place) => string.Concat(text.AsSpan(place), text.AsSpan(0, place)))
        let tampered = how(text, place)
        where tampered != text
        select tampered;

    private Gen<CallbackCookies> Cookies => Gen.Frequency(
        (12, Gen.Constant(new CallbackCookies("its cookie", begun.Cookie, begun))),
        (2, Gen.Elements(
            new CallbackCookies("its cookie and others", $"a=b; {begun.Cookie}; {another.Cookie}; .DoOAuth.DropletDeck=x", begun, another),
            new CallbackCookies("its cookie twice", $"{begun.Cookie}; {begun.Cookie}", begun),
            new CallbackCookies("no cookie", null),
            new CallbackCookies("another sign-in's cookie", another.Cookie, another),
            new CallbackCookies("the other class's cookie", otherClass.Cookie),
            new CallbackCookies("a cookie without its value", CookieName + "="),
            new CallbackCookies("a cookie with another value", CookieName + "=M"))),
        (1, Tampered(CookieName).Select(name => new CallbackCookies($"the cookie {name}", name + "=N", SameName(name) ? [begun] : []))));

    private string CookieName => begun.Cookie.Split('=')[0];

    // The framework finds cookies whatever the case of their names.
    private bool SameName(string name) => string.Equals(name, CookieName, StringComparison.OrdinalIgnoreCase);

    // Base 64 ignores spaces, and the bits that its last letter has left over: written otherwise, it may still be the same state.
    private QueryPart State(string written)
    {
        try
        {
            return new QueryPart("state", "state=" + written, IsOf: Bytes(written).SequenceEqual(Bytes(begun.State)) ? begun : null);
        }
        catch (FormatException)
        {
            return Wrong("state", written);
        }
    }

    private static byte[] Bytes(string state) => WebEncoders.Base64UrlDecode(state);

    private static QueryPart StateOf(BegunSignIn signIn) => new("state", "state=" + signIn.State, IsOf: signIn);

    private QueryPart RightCodePart => new("code", "code=" + code, IsRight: true);

    private static QueryPart Wrong(string name, string value) => new(name, $"{name}={value}");

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
