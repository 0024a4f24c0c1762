using OctaEInvoice.Engine.Journal;

namespace OctaEInvoice.Chaos;

/// <summary>Compares what a client's journal says with what the sandbox has.</summary>
internal static class Proof
{
    /// <summary>Every way in which journal and sandbox, or the sandbox and the batch, disagree.</summary>
    internal static List<string> Differences(SandboxProcess sandbox, string? journalPath, string prefix, int documents)
    {
        var differences = new List<string>();
        var state = sandbox.Documents().Where(document => document.Number.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        var byNumber = state.GroupBy(document => document.Number).ToDictionary(group => group.Key, group => group.ToList());
        for (int index = 1; index <= documents; index++)
            if (!byNumber.TryGetValue(ChaosDocuments.Number(prefix, index), out var found) || found.Count != 1)
                differences.Add($"{ChaosDocuments.Number(prefix, index)} is {found?.Count ?? 0} times in the sandbox");
        if (state.Count != documents)
            differences.Add($"The sandbox has {state.Count} documents of {documents}");
        if (journalPath is null)
            return differences;
        int entries = 0;
        foreach (JournalEntry entry in JournalReader.Latest(journalPath))
        {
            entries++;
            if (entry.Outcome is not (DocumentOutcome.Registered or DocumentOutcome.Recovered))
                differences.Add($"{entry.DocumentNumber} is {entry.Outcome} in the journal: {entry.ErrorMessage}");
            else if (!byNumber.TryGetValue(entry.DocumentNumber!, out var found) || found[0].Irn != entry.Irn)
                differences.Add($"{entry.DocumentNumber} has another IRN in the journal than in the sandbox");
        }
        if (entries != documents)
            differences.Add($"The journal has {entries} documents of {documents}");
        return differences;
    }
}
