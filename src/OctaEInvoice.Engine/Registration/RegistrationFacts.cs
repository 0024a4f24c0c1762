using OctaEInvoice.Engine.Endpoints;

namespace OctaEInvoice.Engine.Registration;

/// <summary>What an answer says that matters for the next step; made from a real answer, or by a test.</summary>
/// <param name="Kind">What the answer proves.</param>
/// <param name="Codes">Codes of a refusal.</param>
/// <param name="Verdict">Of a look-up that found something: whether it is the same document.</param>
/// <param name="HasEwb">Of a registration: whether an e-way bill came with it.</param>
public readonly record struct RegistrationFacts(AnswerKind Kind, IReadOnlyList<string> Codes, AdoptionVerdict? Verdict = null, bool HasEwb = false);
