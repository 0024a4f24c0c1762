using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace OctaEInvoice.Tests.Runner;

/// <summary>Finds the tests of an assembly and runs them in this process, in parallel as xunit does.</summary>
internal static class TestRun
{
    /// <summary>Runs the tests of some rooms.</summary>
    /// <param name="assembly">Where the tests are.</param>
    /// <param name="rooms">Parts of namespaces; none for all tests.</param>
    /// <param name="tally">Is told what became of each test.</param>
    internal static void Run(Assembly assembly, IReadOnlyCollection<string> rooms, TestTally tally)
    {
        using var framework = new XunitTestFramework(new Listener<IErrorMessage>(_ => { }));
        List<ITestCase> cases = [.. Find(framework, assembly).Where(test => IsOf(test, rooms))];
        using ITestFrameworkExecutor executor = framework.GetExecutor(assembly.GetName());
        using var listener = new Listener<ITestAssemblyFinished>(tally.Take);
        if (Mono.IsHere)
            foreach (ITestCase test in cases.Where(test => IsOf(test, Mono.LosesConnectionsIn)))
                tally.Skip(test.DisplayName, Mono.LosesConnections);
        executor.RunTests(Mono.IsHere ? [.. cases.Where(test => !IsOf(test, Mono.LosesConnectionsIn))] : cases, listener, new RunOptions());
        listener.WaitForEnd();
    }

    private static List<ITestCase> Find(XunitTestFramework framework, Assembly assembly)
    {
        var cases = new List<ITestCase>();
        using ITestFrameworkDiscoverer discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        using var listener = new Listener<IDiscoveryCompleteMessage>(message =>
        {
            if (message is ITestCaseDiscoveryMessage found)
                cases.Add(found.TestCase);
        });
        discoverer.Find(includeSourceInformation: false, listener, new RunOptions());
        listener.WaitForEnd();
        return cases;
    }

    private static bool IsOf(ITestCase test, IReadOnlyCollection<string> rooms)
    {
        string name = test.TestMethod.TestClass.Class.Name;
        string space = name.Substring(0, name.LastIndexOf('.'));
        return rooms.Count == 0 || rooms.Any(room => space.IndexOf(room, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
