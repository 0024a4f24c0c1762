using System.Management.Automation;

namespace OctaEInvoice.Commands.Pipeline;

/// <summary>A command that takes documents by their IRN.</summary>
public abstract class IrnCommand : SellerCommand
{
    /// <summary>IRN of the document, 64 hexadecimal digits.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Irn { get; set; }
}
