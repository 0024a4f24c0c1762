namespace OctaEInvoice.Commands.Pipeline;

/// <summary>What became of one piece of the input: made on any thread, written on the pipeline's thread when its turn comes.</summary>
internal interface IReply
{
    /// <summary>True for a success: it is written even when the error of another piece ends the pipeline.</summary>
    bool IsSuccess { get; }

    /// <summary>Writes it: an object, an error record, or both.</summary>
    void Write();
}
