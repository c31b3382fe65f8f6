namespace IntegrationPlatform.Counting.Counts;

/// <summary>A sum that the counts of many cases race for: an update that is lost shows here.</summary>
internal sealed class Total
{
    private const int Lines = 64;

    public required int Line { get; init; }

    public int Count { get; set; }

    public uint RowVersion { get; set; }

    /// <summary>The line that a case adds to.</summary>
    public static int LineOf(Guid caseId) => caseId.ToByteArray()[^1] % Lines;
}
