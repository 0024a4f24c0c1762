// dotnet run --project tests/run [-- options]: every test there is; Options.cs has the options.
using OctaEInvoice.Shell;
using OctaEInvoice.TestRun;

Console.OutputEncoding = System.Text.Encoding.UTF8;
Options options;
try
{
    options = Options.Read(args);
}
catch (ArgumentException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
PowerShellEngine engine = PowerShellEngine.Find();
AllowedSkips allowed = AllowedSkips.Load();
return options.IsSweep ? await SweepAsync() : await RunAllAsync();

async Task<int> RunAllAsync()
{
    Console.WriteLine($"PowerShell: {string.Join(' ', [engine.FileName, .. engine.LeadingArguments])}");
    List<TestFramework> frameworks = [.. TestFramework.All().Where(framework => options.Wants(framework.Name))];
    JobResult run = await RunAsync(frameworks, new Dictionary<string, string>(), withPester: true);
    if (options.Wants(TestFramework.NetFramework) && !frameworks.Exists(framework => framework.Name == TestFramework.NetFramework))
        run = run.With(new JobResult([TestFramework.Missing()], null));
    return Summary.Print(run, allowed, options.IsStrict) ? 0 : 1;
}

// All tests once under each setting; a setting's failures are printed where they come, the table at the end.
async Task<int> SweepAsync()
{
    var table = new List<(string Name, Counts Counts, bool Passed)>();
    foreach (Setting setting in Setting.All())
    {
        Console.WriteLine($"\n{setting.Name}");
        List<TestFramework> latest = [.. TestFramework.All().Where(framework => framework.Name == TestFramework.Latest && options.Wants(framework.Name))];
        JobResult run = await RunAsync(latest, setting.Environment, setting.WithPester);
        table.Add((setting.Name, Counts.Of(run.Results), Summary.Print(run, allowed, options.IsStrict)));
    }
    Console.WriteLine();
    foreach ((string name, Counts counts, bool passed) in table)
        Console.WriteLine($"{name,-72} {counts.Describe()}{(passed ? "" : "  FAILED")}");
    return table.TrueForAll(row => row.Passed) ? 0 : 1;
}

async Task<JobResult> RunAsync(List<TestFramework> frameworks, IReadOnlyDictionary<string, string> environment, bool withPester)
{
    using var transcripts = new Transcripts();
    TestFramework.BeginBuilding(frameworks);
    List<Job> jobs = [.. frameworks.Select(framework => framework.Tests(environment))];
    if (frameworks.Count > 1)
        jobs.AddRange(frameworks.Select(framework => framework.Transcript(transcripts.PathFor(framework))));
    if (withPester)
        jobs.AddRange(new PesterFiles(engine, environment).Jobs(options.Wants));
    JobResult run = await Lanes.RunAsync(jobs, options.Jobs);
    return frameworks.Count > 1 ? run.With(transcripts.Compare(frameworks)) : run;
}
