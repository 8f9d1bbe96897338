using DoOAuth.ApiSource.Model;

namespace DoOAuth.ApiSource.Writing;

/// <summary>Writes the whole client.</summary>
internal static class SourceFiles
{
    /// <summary>The files of a client.</summary>
    public static IEnumerable<SourceFile> Of(ClientModel model) =>
        model.Records.Select(RecordWriter.Write)
            .Concat(model.Texts.Select(KnownTextWriter.Write))
            .Concat(model.Choices.Select(ChoiceWriter.Write))
            .Concat(GroupWriter.Write(model.Operations));
}
