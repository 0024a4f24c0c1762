using OctaEInvoice.Engine.Endpoints;

namespace OctaEInvoice.Engine.Ewb;

/// <summary>What an answer says that matters for the next step of an e-way bill.</summary>
/// <param name="Kind">What the answer proves.</param>
/// <param name="Codes">Codes of a refusal.</param>
/// <param name="Status">Of a success that carries a number: the status.</param>
public readonly record struct EwbFacts(AnswerKind Kind, IReadOnlyList<string> Codes, RecordStatus Status = RecordStatus.Unknown);
