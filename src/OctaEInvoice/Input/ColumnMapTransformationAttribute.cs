using System.Collections;
using System.Management.Automation;

namespace OctaEInvoice.Commands.Input;

/// <summary>Takes the path of a .psd1 file where a hashtable belongs.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ColumnMapTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is Hashtable)
            return value;
        if (value is not string and not FileInfo)
            throw new ArgumentTransformationMetadataException("A column map is a hashtable such as @{ 'Bill No' = 'DocumentNumber' }, or the path of a .psd1 file that holds one.");
        string path = engineIntrinsics.SessionState.Path.GetUnresolvedProviderPathFromPSPath(value.ToString());
        var found = engineIntrinsics.InvokeCommand.InvokeScript(
            false,
            ScriptBlock.Create("param($path) Microsoft.PowerShell.Utility\\Import-PowerShellDataFile -LiteralPath $path -ErrorAction Stop"),
            null,
            path);
        return found.Count == 1 && found[0].BaseObject is Hashtable map
            ? map
            : throw new ArgumentTransformationMetadataException($"'{path}' holds no hashtable. A column map looks like @{{ 'Bill No' = 'DocumentNumber' }}.");
    }
}
