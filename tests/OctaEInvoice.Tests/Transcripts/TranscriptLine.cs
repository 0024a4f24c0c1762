namespace OctaEInvoice.Tests.Transcripts;

/// <summary>One line of the transcript.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Content">What came of it.</param>
internal readonly record struct TranscriptLine(string Key, string Content);
