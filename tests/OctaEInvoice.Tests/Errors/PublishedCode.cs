namespace OctaEInvoice.Tests.Errors;

/// <summary>One code as its publisher lists it, from the tables under TestData, which are kept apart from the catalogue.</summary>
internal sealed record PublishedCode(string Code, string Group, ErrorListing Listing, RetryClass Retry, string? NearestOctaCode, string Message)
{
    internal static IReadOnlyList<PublishedCode> OfOcta { get; } =
        [.. Rows("octa-codes.tsv").Select(row => new PublishedCode(row[0], "", ErrorListing.Current, RetryClass.Unknown, null, row[1]))];

    internal static IReadOnlyList<PublishedCode> OfNic { get; } =
        [.. Rows("nic-codes.tsv").Select(row => new PublishedCode(
            row[0], row[1], Enum.Parse<ErrorListing>(row[2], ignoreCase: true), Enum.Parse<RetryClass>(row[3], ignoreCase: true), row[4].Length == 0 ? null : row[4], row[5]))];

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadAllLines(RepositoryFiles.TestData(file)).Skip(1).Select(line => line.Split('\t'));
}
