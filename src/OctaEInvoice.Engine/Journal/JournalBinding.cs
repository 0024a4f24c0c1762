namespace OctaEInvoice.Engine.Journal;

/// <summary>Which server's documents a journal is about; its first line.</summary>
/// <param name="BaseUri">Address of the server.</param>
/// <param name="Environment">Production or Test.</param>
public sealed record JournalBinding(Uri BaseUri, OctaEnvironment Environment);
