# Days counted from today (D-3): what lets the examples be right on any day, and what no real gateway may ever get.

BeforeAll {
    Import-Module $(if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' })
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    $script:sandbox = Start-OctaSandbox
    $script:to = @{ Credential = $script:sandbox.Credential; BaseUri = $script:sandbox.BaseUri }
    # Nobody answers there; what is refused is refused before anything is sent.
    $script:real = @{ Credential = Get-KeyCredential; BaseUri = 'https://octa.invalid/'; MaxOutageMinutes = 0; TimeoutSec = 1 }
    $script:message = 'A day counted from today is for examples in the sandbox.'

    function Get-CountedRow {
        param([string] $Number, [hashtable] $With = @{})
        $cells = @{ DocumentDate = 'D-3' }
        foreach ($name in $With.Keys) { $cells[$name] = $With[$name] }
        Get-SampleRow $Number -With $cells
    }
}

AfterAll {
    Disconnect-Octa
    Stop-OctaSandbox -Port $script:sandbox.Port
}

Describe 'A day counted from today' {
    It 'is registered in a sandbox as the day that it is in India' {
        $to = $script:to
        $result = Get-CountedRow 'DAY/1' | New-OctaIrn @to -ErrorAction Stop
        "$($result.DocumentDate)" | Should -BeExactly (Get-SampleDate 3 'yyyy-MM-dd')
        $result.Irn | Should -BeExactly (Get-ComputedIrn -Number 'DAY/1' -Date (Get-SampleDate 3 'yyyy-MM-dd'))
    }

    It 'is read in JSON and nested objects too' {
        $to = $script:to
        $document = Get-SampleDocument 'DAY/2'
        $document.DocDtls.Dt = 'D-3'
        "$(($document | New-OctaIrn @to -ErrorAction Stop).DocumentDate)" | Should -BeExactly (Get-SampleDate 3 'yyyy-MM-dd')
        $document.DocDtls.No = 'DAY/3'
        "$(($document | ConvertTo-Json -Depth 5 | New-OctaIrn @to -ErrorAction Stop).DocumentDate)" | Should -BeExactly (Get-SampleDate 3 'yyyy-MM-dd')
    }

    It 'is never registered by a real gateway: it is an error of its field with a remedy' {
        $real = $script:real
        Get-CountedRow 'DAY/4' -With @{ PurchaseOrderDate = 'D-20' } | New-OctaIrn @real -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeExactly 'OctaValidation,OctaEInvoice.Commands.NewOctaIrnCommand'
        $failures[0].Exception.Codes | Should -Be 'OCTA-015', 'OCTA-117'
        "$($failures[0])" | Should -Match ([regex]::Escape("row 1, DocumentDate: $script:message Given: 'D-3'."))
        $failures[0].ErrorDetails.RecommendedAction | Should -Match '^Write the date, .* the columns have shifted\.'
    }

    It 'is refused in a document that was made with one, also out of JSON: <_>' -ForEach 'as it is', 'ConvertTo-Json', 'a job' {
        $real = $script:real
        $document = Get-CountedRow 'DAY/5' | ConvertTo-OctaInvoice -ErrorAction Stop
        $document.CountedDates | Should -Be 'DocumentDate D-3'
        $given = switch ($_) {
            'ConvertTo-Json' { $document | ConvertTo-Json -Depth 8 }
            'a job' { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($document, 5)) }
            default { $document }
        }
        $given | New-OctaIrn @real -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$($failures[0])" | Should -Match ([regex]::Escape("DocumentDate: $script:message Given: 'D-3'."))
    }

    It 'may be registered in a sandbox after ConvertTo-OctaInvoice' {
        $to = $script:to
        (Get-CountedRow 'DAY/6' | ConvertTo-OctaInvoice | New-OctaIrn @to -ErrorAction Stop).Outcome | Should -Be 'Registered'
    }

    It 'is an error of a payment QR code for a real gateway too' {
        $real = $script:real
        Get-CountedRow 'DAY/7' -With @{ SupplyType = 'B2C'; BuyerGstin = '' } | New-OctaPaymentQr @real -ErrorVariable failures -ErrorAction SilentlyContinue
        "$($failures[0])" | Should -Match ([regex]::Escape("DocumentDate: $script:message Given: 'D-3'."))
    }

    It 'passes Test-OctaInvoice without a connection and with one to a sandbox, and fails it with one to a real gateway' {
        Get-OctaConnection | Should -BeNullOrEmpty
        Get-CountedRow 'DAY/8' | Test-OctaInvoice | Should -BeTrue
        try {
            $null = Connect-Octa -Credential $script:sandbox.Credential -BaseUri $script:sandbox.BaseUri
            Get-CountedRow 'DAY/8' | Test-OctaInvoice | Should -BeTrue
            $null = Connect-Octa -Credential $script:real.Credential -BaseUri $script:real.BaseUri
            Get-CountedRow 'DAY/8' | Test-OctaInvoice | Should -BeFalse
            Get-CountedRow 'DAY/8' | ConvertTo-OctaInvoice -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            "$($failures[0])" | Should -Match ([regex]::Escape($script:message))
        }
        finally { Disconnect-Octa }
    }

    It 'finds documents in a sandbox by <Command>, and nothing by a real gateway' -ForEach @{ Command = 'Get-OctaIrn' }, @{ Command = 'Get-OctaDocIrnInfo' } {
        $to = $script:to
        $real = $script:real
        $row = Get-CountedRow "DAY/$Command" | Select-Object @{ n = 'Irn'; e = { '' } }, DocumentType, @{ n = 'DocumentNumber'; e = { $_.DocumentNumber.Substring(0, 12) } }, DocumentDate
        $registered = Get-CountedRow $row.DocumentNumber | New-OctaIrn @to -ErrorAction Stop
        ($row | & $Command -Gstin $script:SampleSeller @to -ErrorAction Stop).Irn | Should -BeExactly $registered.Irn
        $row | & $Command -Gstin $script:SampleSeller @real -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -Match '^OctaCountedDay,'
        $failures[0].ErrorDetails.RecommendedAction | Should -Match '^Write the date'
    }

    It 'is no date of an e-way bill for a real gateway' {
        $real = $script:real
        $parameters = @{ TransportMode = 'Rail'; Distance = 500; TransportDocumentNumber = 'R1'; TransportDocumentDate = 'D-1' }
        'a' * 64 | New-OctaEwb @parameters -Gstin $script:SampleSeller @real -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$($failures[0])" | Should -Match ([regex]::Escape("TransportDocumentDate: $script:message Given: 'D-1'."))
    }

    It 'is no date of a file''s name' {
        $failure = { [pscustomobject]@{ DocumentNumber = 'A/1'; DocumentDate = 'D-3' } | Save-OctaDocument -Destination $TestDrive -ErrorAction Stop } | Should -Throw -PassThru
        "$failure" | Should -Match ([regex]::Escape($script:message))
    }
}
