using System.Management.Automation;
using OctaEInvoice.Commands.Errors;
using OctaEInvoice.Commands.Input;
using OctaEInvoice.Commands.Pipeline;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Operations.EwayBills;

namespace OctaEInvoice.Commands;

/// <summary>Makes e-way bills for registered documents (POST generateewbbyirn); one that exists is fetched and adopted.</summary>
[Cmdlet(VerbsCommon.New, "OctaEwb", SupportsShouldProcess = true)]
[OutputType(typeof(EwbResult))]
public sealed class NewOctaEwbCommand : IrnCommand
{
    private EwbMaker maker = null!;

    /// <summary>Distance in kilometres, 0 to 4000; 0 lets NIC compute it from the PIN codes.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, 4000)]
    public int Distance { get; set; }

    /// <summary>Road (1), Rail (2), Air (3) or Ship (4); without it the transporter gives vehicle and document later.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("Road", "Rail", "Air", "Ship", "1", "2", "3", "4", "")]
    [AllowEmptyString]
    [AllowNull]
    [Alias("TransMode")]
    public string? TransportMode { get; set; }

    /// <summary>GSTIN or enrolment number of the transporter.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TransId")]
    public string? TransporterId { get; set; }

    /// <summary>Name of the transporter.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TransName")]
    public string? TransporterName { get; set; }

    /// <summary>Number of the transport document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TransDocNo")]
    public string? TransportDocumentNumber { get; set; }

    /// <summary>Date of the transport document.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [IndiaDateTransformation(LeavesCountedDays = true)]
    [Alias("TransDocDt")]
    public object? TransportDocumentDate { get; set; }

    /// <summary>Vehicle number; blanks and hyphens are left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("VehNo")]
    public string? VehicleNumber { get; set; }

    /// <summary>Regular (R) or ODC (O, over-dimensional cargo).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("Regular", "ODC", "R", "O", "")]
    [AllowEmptyString]
    [AllowNull]
    [Alias("VehType")]
    public string? VehicleType { get; set; }

    /// <summary>Where the goods go when the document did not say: an object or hashtable with Address1, Address2, Location, Pin, StateCode.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ExpShipDtls")]
    public PSObject? ShipTo { get; set; }

    /// <summary>Where the goods start when the document did not say: an object or hashtable with Name, Address1, Address2, Location, Pin, StateCode.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("DispDtls")]
    public PSObject? DispatchFrom { get; set; }

    /// <summary>PDF of the e-way bill wanted.</summary>
    [Parameter]
    public SwitchParameter Pdf { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        maker = new EwbMaker(Client, Resilience, Run, ActiveConnection.Sandbox);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (IrnOrError(Irn) is not string irn || GstinOrError(irn) is not string gstin)
            return;
        EwbDraft draft = EwbDraft.Read(irn, Fields(), ActiveConnection.Environment, countsDays: ActiveConnection.Sandbox);
        foreach (Issue issue in draft.Issues.All)
            if (issue.Severity == IssueSeverity.Warning)
                WriteWarning($"IRN {irn}: {issue}");
        if (draft.Issues.HasErrors)
            SubmitFailure(draft.Issues.All.ToErrorRecord($"E-way bill of IRN {irn}", irn));
        else if (ShouldProcess($"IRN {irn} of {gstin}", "Make e-way bill (generateewbbyirn)"))
            SubmitCall(token => maker.MakeAsync(gstin, draft.Request, Pdf, token), irn);
    }

    private List<KeyValuePair<string, object?>> Fields()
    {
        var fields = new List<KeyValuePair<string, object?>>
        {
            new("EwbDtls.Distance", Distance),
            new("EwbDtls.TransMode", TransportMode),
            new("EwbDtls.TransId", TransporterId),
            new("EwbDtls.TransName", TransporterName),
            new("EwbDtls.TransDocNo", TransportDocumentNumber),
            new("EwbDtls.TransDocDt", TransportDocumentDate),
            new("EwbDtls.VehNo", VehicleNumber),
            new("EwbDtls.VehType", VehicleType),
        };
        Add(fields, "ShipDtls.", ShipTo);
        Add(fields, "DispDtls.", DispatchFrom);
        return fields;
    }

    private static void Add(List<KeyValuePair<string, object?>> fields, string prefix, PSObject? given)
    {
        if (given is null)
            return;
        PropertyReader.Read(given, out List<string> names, out List<object?> values);
        for (int i = 0; i < names.Count; i++)
            fields.Add(new KeyValuePair<string, object?>(prefix + names[i], values[i]));
    }
}
