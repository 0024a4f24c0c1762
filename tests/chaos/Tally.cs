using System.Globalization;
using OctaEInvoice.Engine.Errors;
using OctaEInvoice.Engine.Operations.Registration;

namespace OctaEInvoice.Chaos;

/// <summary>What became of a batch, and whether a single outcome told something else than the truth.</summary>
internal sealed class Tally
{
    private readonly Dictionary<DocumentOutcome, int> outcomes = [];

    /// <summary>IRNs as the client reported them, by document number.</summary>
    internal Dictionary<string, string> Irns { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal List<string> Oddities { get; } = [];

    internal RunStop? Stopped { get; set; }

    internal int Registered => this[DocumentOutcome.Registered] + this[DocumentOutcome.Recovered];

    internal int this[DocumentOutcome outcome] => outcomes.GetValueOrDefault(outcome);

    internal void Add(RegistrationOutcome outcome)
    {
        outcomes[outcome.Outcome] = this[outcome.Outcome] + 1;
        string number = outcome.Result.DocumentNumber!;
        if (outcome.IsRegistered)
            Irns[number] = outcome.Result.Irn!;
        if (outcome.Outcome == DocumentOutcome.Rejected || outcome.Failure == FailureClass.OctaEwbMissing)
            Oddities.Add($"{number}: {outcome.Failure} {outcome.Message}");
    }

    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0} registered, {1} recovered, {2} in doubt, {3} skipped, {4} rejected{5}",
        this[DocumentOutcome.Registered],
        this[DocumentOutcome.Recovered],
        this[DocumentOutcome.InDoubt],
        this[DocumentOutcome.Skipped],
        this[DocumentOutcome.Rejected],
        Stopped is null ? "" : $", stopped: {Stopped}");
}
