if ($PSEdition -eq 'Core') {
    Import-Module "$PSScriptRoot/bin/net8.0/OctaEInvoice.dll"
}
else {
    Import-Module "$PSScriptRoot/bin/net472/OctaEInvoice.dll"
}
