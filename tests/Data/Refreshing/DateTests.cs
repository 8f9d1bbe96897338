namespace DoOAuth.Data.Tests.Refreshing;

/// <summary>The date in <c>api-date.txt</c>, which the messages of the rules contain.</summary>
public sealed class DateTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void The_stated_date_is_written()
    {
        Assert.Equal(0, _data.Run(_data.Save(TemporaryData.Bundled("small.yaml")), "--as-of", "2026-02-28", "--write"));
        Assert.Equal("2026-02-28\n", _data["api-date.txt"]);
        Assert.Contains("api-date.txt    - 2026-01-31\napi-date.txt    + 2026-02-28\n", _data.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stated_date_is_written_even_if_nothing_else_changes()
    {
        Assert.Equal(3, _data.Run(_data.Save(TemporaryData.Description), "--as-of", "2026-02-28"));
        Assert.StartsWith("api-date.txt    - 2026-01-31\napi-date.txt    + 2026-02-28\nOperations of", _data.Output, StringComparison.Ordinal);
        _data.AssertUnchanged();
        Assert.Equal(0, _data.Run(_data.Save(TemporaryData.Description), "--as-of", "2026-02-28", "--write"));
        Assert.Equal("2026-02-28\n", _data["api-date.txt"]);
    }

    [Fact]
    public void Without_a_stated_date_the_date_of_the_file_is_written()
    {
        Assert.Equal(0, _data.Run(SavedOn(2026, 3, 1, Changed), "--write"));
        Assert.Equal("2026-03-01\n", _data["api-date.txt"]);
    }

    [Fact]
    public void The_date_of_a_file_is_not_a_change_by_itself()
    {
        Assert.Equal(0, _data.Run(SavedOn(2026, 3, 1, TemporaryData.Description), "--write"));
        Assert.EndsWith("The data is up to date.\n", _data.Output, StringComparison.Ordinal);
        _data.AssertUnchanged();
    }

    [Fact]
    public void Without_write_the_date_is_not_written()
    {
        Assert.Equal(3, _data.Run(_data.Save(TemporaryData.Bundled("small.yaml")), "--as-of", "2026-02-28"));
        _data.AssertUnchanged();
    }

    [Fact]
    public void A_description_that_is_older_than_the_data_is_an_error()
    {
        Assert.Equal(1, _data.Run(_data.Save(Changed), "--as-of", "2026-01-30", "--write"));
        Assert.Equal(
            "The date of the description is 2026-01-30, but the data is from 2026-01-31. An older description undoes changes. Use a newer one.\n",
            _data.Error);
        _data.AssertUnchanged();
    }

    [Fact]
    public void A_file_that_is_older_than_the_data_needs_a_stated_date()
    {
        var path = SavedOn(2026, 1, 30, Changed);
        Assert.Equal(1, _data.Run(path, "--write"));
        Assert.Contains("The date of the file is 2026-01-30, but the data is from 2026-01-31.", _data.Error, StringComparison.Ordinal);
        Assert.Contains("--as-of DATE", _data.Error, StringComparison.Ordinal);
        _data.AssertUnchanged();
        Assert.Equal(0, _data.Run(path, "--write", "--as-of", "2026-01-31"));
    }

    [Fact]
    public void A_file_without_a_date_is_an_error()
    {
        _data["api-date.txt"] = "yesterday\n";
        Assert.Equal(1, _data.Run(_data.Save(Changed), "--write"));
        Assert.Equal("data/api-date.txt must contain a date as in 2026-12-31, not 'yesterday'.\n", _data.Error);
        Assert.Equal(TemporaryData.Operations, _data["operations.tsv"]);
    }

    private static string Changed { get; } = TemporaryData.Description.Replace("shells_list", "shells_all", StringComparison.Ordinal);

    private string SavedOn(int year, int month, int day, string description)
    {
        var path = _data.Save(description);
        File.SetLastWriteTimeUtc(path, new DateTime(year, month, day, 23, 59, 0, DateTimeKind.Utc));
        return path;
    }
}
