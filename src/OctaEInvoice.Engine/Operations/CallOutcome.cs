using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Operations;

/// <summary>What became of a cancellation or of an e-way bill that was asked for: a result, or a failure in words and codes.</summary>
/// <typeparam name="T">The result.</typeparam>
public sealed class CallOutcome<T>
    where T : class
{
    /// <summary>The result; null when there is a failure.</summary>
    public T? Result { get; internal init; }

    /// <summary>The class of the failure; null when it was done.</summary>
    public FailureClass? Failure { get; internal init; }

    /// <summary>The server's errors.</summary>
    public IReadOnlyList<ServerError> Errors { get; internal init; } = [];

    /// <summary>Codes of the server's errors, Octa's and NIC's.</summary>
    public IReadOnlyList<string> Codes => [.. Errors.Select(error => error.Code)];

    /// <summary>What went wrong, in one sentence; empty when it was done.</summary>
    public string Message { get; internal init; } = "";

    /// <summary>True when there is a result.</summary>
    public bool IsDone => Result is not null;

    internal static CallOutcome<T> Done(T result) => new() { Result = result };

    internal static CallOutcome<T> Failed(FailureClass failure, string message, IReadOnlyList<ServerError>? errors = null) =>
        new() { Failure = failure, Message = message, Errors = errors ?? [] };
}
