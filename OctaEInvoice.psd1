@{
    RootModule             = 'module/OctaEInvoice.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = '6b0f3e0c-4f0e-4b43-9d0a-5b8a1f6f1d27'
    Author                 = 'OctaEInvoice contributors'
    CompanyName            = 'OctaEInvoice contributors'
    Copyright              = '(c) OctaEInvoice contributors. MIT licence.'
    Description            = 'Registers Indian GST e-invoices and e-way bills through Octa GST Cloud: rows, objects or JSON in, IRN, signed QR code and PDF out. Checks documents offline, never loses or duplicates one, and brings its own sandbox.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Core', 'Desktop')
    FormatsToProcess       = @('module/OctaEInvoice.Format.ps1xml')
    TypesToProcess         = @('module/OctaEInvoice.Types.ps1xml')
    CmdletsToExport        = @(
        'Connect-Octa'
        'ConvertFrom-OctaSignedData'
        'ConvertTo-OctaInvoice'
        'Disconnect-Octa'
        'Export-OctaReport'
        'Get-OctaConnection'
        'Get-OctaDocIrnInfo'
        'Get-OctaErrorInfo'
        'Get-OctaEwb'
        'Get-OctaGstin'
        'Get-OctaIrn'
        'Get-OctaJournal'
        'Get-OctaProfile'
        'New-OctaEwb'
        'New-OctaIrn'
        'New-OctaPaymentQr'
        'Remove-OctaProfile'
        'Save-OctaDocument'
        'Set-OctaProfile'
        'Show-OctaQrCode'
        'Start-OctaSandbox'
        'Stop-OctaEwb'
        'Stop-OctaIrn'
        'Stop-OctaSandbox'
        'Test-OctaConnection'
        'Test-OctaInvoice'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @('Cancel-OctaEwb', 'Cancel-OctaIrn')
    PrivateData            = @{
        PSData = @{
            Tags       = @('GST', 'e-invoice', 'eInvoice', 'IRN', 'e-way-bill', 'India', 'Octa', 'NIC', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            Prerelease = 'preview'
        }
    }
}
