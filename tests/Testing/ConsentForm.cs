using System.Net;
using System.Text.RegularExpressions;

namespace DoOAuth.Testing.Tests;

/// <summary>The form of the sandbox's consent page, as a browser sends it.</summary>
internal sealed partial record ConsentForm(string Action, HttpContent Content)
{
    public static ConsentForm Read(string page, params (string Name, string Value)[] choices)
    {
        var fields = Hidden().Matches(page).Select(field => KeyValuePair.Create(WebUtility.HtmlDecode(field.Groups[1].Value), WebUtility.HtmlDecode(field.Groups[2].Value)))
            .Concat(choices.Select(choice => KeyValuePair.Create(choice.Name, choice.Value)));
        return new(WebUtility.HtmlDecode(FormAction().Match(page).Groups[1].Value), new FormUrlEncodedContent(fields));
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<form[^>]* action=\"([^\"]*)\"")]
    private static partial Regex FormAction();
}
