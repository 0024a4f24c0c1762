using OctaEInvoice.Engine.Client;
using OctaEInvoice.Engine.Input;
using OctaEInvoice.Engine.Running;

namespace OctaEInvoice.Engine.Operations.LookUps;

/// <summary>Makes payment QR codes of B2C documents. It registers nothing, so that it may be repeated like a look-up.</summary>
public sealed class PaymentQrMaker
{
    private readonly OctaClient client;
    private readonly ImageRequest images;
    private readonly Inquirer<PaymentQrResult> calls;
    private readonly bool isSandbox;

    /// <summary>QR codes of one run.</summary>
    /// <param name="client">The server's endpoints.</param>
    /// <param name="images">QR image and PDF wanted.</param>
    /// <param name="run">What the run's calls share.</param>
    /// <param name="isSandbox">True when a sandbox answers.</param>
    public PaymentQrMaker(OctaClient client, ImageRequest images, RunState run, bool isSandbox)
    {
        this.client = client;
        this.images = images;
        this.isSandbox = isSandbox;
        calls = new Inquirer<PaymentQrResult>(run, OctaService.Irn);
    }

    /// <summary>Makes the QR code of one document (generatepaymentqrcode).</summary>
    /// <param name="document">A document that the check for payment QR codes has passed: supply type B2C.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The answer, completed by the document's key.</returns>
    public Task<ServerAnswer<PaymentQrResult>> MakeAsync(CheckedDraft document, CancellationToken cancellation)
    {
        OctaInvoice invoice = document.Draft.Invoice;
        return calls.AskAsync(
            token => client.GeneratePaymentQrAsync(document.Body, images, token),
            made =>
            {
                made.Gstin = invoice.Gstin;
                made.DocumentType = invoice.DocumentType;
                made.DocumentNumber = invoice.DocumentNumber;
                made.DocumentDate = invoice.DocumentDate;
                made.Sandbox = isSandbox;
            },
            cancellation);
    }
}
