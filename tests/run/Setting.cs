namespace OctaEInvoice.TestRun;

/// <summary>One setting of the machine under which all tests have to pass.</summary>
/// <param name="Name">What is different.</param>
/// <param name="Environment">The variables that make it so.</param>
/// <param name="WithPester">Whether the Pester files run too, which takes minutes; the C# tests always do.</param>
internal sealed record Setting(string Name, IReadOnlyDictionary<string, string> Environment, bool WithPester)
{
    private static readonly string[] FakeTimeLibraries =
    [
        "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
        "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
    ];

    /// <summary>
    /// Each clock, zone and culture by itself with the C# tests, then in four companies with the Pester files as well,
    /// so that each of them meets both.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no libfaketime.</exception>
    internal static IEnumerable<Setting> All()
    {
        (string Name, string Variable, string Value)[] clocks =
        [
            ("clock 60 days back", "FAKETIME", "-60d"),
            ("clock at 31 March 2027", "FAKETIME", "@2027-03-31 17:45:00"),
            ("clock at 29 February 2028", "FAKETIME", "@2028-02-29 09:30:00"),
            ("clock in 2031", "FAKETIME", "@2031-07-15 11:00:00"),
        ];
        (string Name, string Variable, string Value)[] zones =
        [
            ("zone UTC", "TZ", "UTC"),
            ("zone New York", "TZ", "America/New_York"),
            ("zone Sydney", "TZ", "Australia/Sydney"),
            ("zone Singapore", "TZ", "Asia/Singapore"),
        ];
        (string Name, string Variable, string Value)[] cultures =
        [
            ("culture de-DE", "LC_ALL", "de_DE.UTF-8"),
            ("culture hi-IN", "LC_ALL", "hi_IN.UTF-8"),
            ("culture ar-SA", "LC_ALL", "ar_SA.UTF-8"),
            ("invariant globalization", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
        ];
        foreach (var one in clocks.Concat(zones).Concat(cultures))
            yield return Of(withPester: false, one);
        for (int i = 0; i < clocks.Length; i++)
            yield return Of(withPester: true, clocks[i], zones[i], cultures[i]);
    }

    private static Setting Of(bool withPester, params (string Name, string Variable, string Value)[] differences)
    {
        var environment = differences.ToDictionary(one => one.Variable, one => one.Value);
        if (environment.ContainsKey("FAKETIME"))
            environment["LD_PRELOAD"] = Array.Find(FakeTimeLibraries, File.Exists) ?? throw new FileNotFoundException("The clock can't be shifted: Debian's package faketime is not installed.");
        return new Setting(string.Join(", ", differences.Select(one => one.Name)), environment, withPester);
    }
}
