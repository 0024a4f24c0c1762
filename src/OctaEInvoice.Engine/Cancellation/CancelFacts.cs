using OctaEInvoice.Engine.Endpoints;

namespace OctaEInvoice.Engine.Cancellation;

/// <summary>What an answer says that matters for the next step of a cancellation.</summary>
/// <param name="Kind">What the answer proves.</param>
/// <param name="Codes">Codes of a refusal.</param>
/// <param name="Status">Of a look-up that found something of the same seller: its status.</param>
public readonly record struct CancelFacts(AnswerKind Kind, IReadOnlyList<string> Codes, RecordStatus Status = RecordStatus.Unknown);
