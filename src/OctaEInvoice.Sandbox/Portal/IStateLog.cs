namespace OctaEInvoice.Sandbox.Portal;

/// <summary>Takes each change of the register, in order, before it counts. What it throws keeps the change from being made.</summary>
internal interface IStateLog
{
    void Registered(IrnRecord record);

    void IrnCancelled(string irn, IndiaTime time);

    void EwbMade(string irn, EwbRecord ewb);

    void EwbCancelled(long ewbNumber, IndiaTime time);
}
