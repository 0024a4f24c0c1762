using OctaEInvoice.Engine.Errors;

namespace OctaEInvoice.Engine.Running;

/// <summary>Something that a run reports while it works; whoever shows it finds the words.</summary>
public abstract record RunEvent;

/// <summary>One call is made again after a wait.</summary>
/// <param name="Delay">The wait.</param>
/// <param name="Detail">The answer that makes it necessary.</param>
public sealed record Retrying(TimeSpan Delay, string Detail) : RunEvent;

/// <summary>The server asks to slow down: all calls of the run pause.</summary>
/// <param name="Wait">For how long.</param>
/// <param name="Detail">The answer.</param>
public sealed record Throttled(TimeSpan Wait, string Detail) : RunEvent;

/// <summary>The first call to a service that got no proper answer; once a run and service.</summary>
/// <param name="Service">Which service.</param>
/// <param name="IsWaitedFor">False when the run goes on without it.</param>
/// <param name="IsReachable">False when not even a connection could be made.</param>
/// <param name="Address">Address of the server; null when the run was not told.</param>
/// <param name="Detail">What came instead of an answer.</param>
/// <param name="MaxOutage">How long the outage is waited out.</param>
public sealed record ServiceFailing(OctaService Service, bool IsWaitedFor, bool IsReachable, Uri? Address, string Detail, TimeSpan MaxOutage) : RunEvent;

/// <summary>A service counts as down.</summary>
/// <param name="Service">Which service.</param>
/// <param name="IsWaitedFor">True when calls wait until it is back; false when they are not made meanwhile.</param>
/// <param name="Detail">What came instead of an answer.</param>
/// <param name="Wait">The wait before the next probe.</param>
/// <param name="Away">How long it has been away.</param>
/// <param name="MaxOutage">How long the outage is waited out.</param>
public sealed record ServiceDown(OctaService Service, bool IsWaitedFor, string Detail, TimeSpan Wait, TimeSpan Away, TimeSpan MaxOutage) : RunEvent;

/// <summary>A service that counted as down answers again.</summary>
/// <param name="Service">Which service.</param>
public sealed record ServiceBack(OctaService Service) : RunEvent;

/// <summary>NIC blocks a seller for many faulty requests (3096); other sellers go on.</summary>
/// <param name="Gstin">GSTIN of the seller.</param>
public sealed record SellerBlocked(string Gstin) : RunEvent;

/// <summary>The images and PDFs of a registered document could not be fetched.</summary>
/// <param name="Irn">IRN of the document.</param>
/// <param name="Detail">The answer.</param>
public sealed record ImagesMissing(string Irn, string Detail) : RunEvent;

/// <summary>The run ends before its input does.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Detail">The answer that ended it.</param>
public sealed record Stopped(RunStop Reason, string Detail) : RunEvent;
