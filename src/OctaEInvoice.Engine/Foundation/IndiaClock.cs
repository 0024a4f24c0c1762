namespace OctaEInvoice.Engine.Foundation;

/// <summary>What a clock shows in India: documents, the portal's limits and financial years go by India's days, wherever the machine stands.</summary>
public static class IndiaClock
{
    /// <summary>The moment.</summary>
    /// <param name="clock">The clock.</param>
    /// <returns>Now, in India's time.</returns>
    public static IndiaTime NowInIndia(this TimeProvider clock) => new(clock.GetUtcNow());

    /// <summary>The calendar day.</summary>
    /// <param name="clock">The clock.</param>
    /// <returns>Today in India; it begins at half past six in the evening, UTC.</returns>
    public static IndiaDate TodayInIndia(this TimeProvider clock) => clock.NowInIndia().ToIndiaDate();
}
