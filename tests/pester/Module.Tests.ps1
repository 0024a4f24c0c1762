BeforeDiscovery {
    $discoveredPath = if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' }
    $data = Import-PowerShellDataFile $discoveredPath
    # What changes something at the portal, on disk or in a vault; the rest only reads, converts or opens.
    $script:changing = $data.CmdletsToExport | Where-Object { ($_ -split '-')[0] -in 'New', 'Stop', 'Start', 'Set', 'Remove', 'Save', 'Export' }
}

BeforeAll {
    $script:manifestPath = if ($env:OCTA_MODULE) { $env:OCTA_MODULE } else { Join-Path $PSScriptRoot '../../OctaEInvoice.psd1' }
    Import-Module $script:manifestPath
    . (Join-Path $PSScriptRoot 'Samples.ps1')
    . (Join-Path $PSScriptRoot 'Shell.ps1')
    $script:manifest = Import-PowerShellDataFile $script:manifestPath

    function Invoke-Fresh {
        param([string] $Script)
        $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes('$ProgressPreference = "SilentlyContinue"; $env:NO_COLOR = "1"; ' + $Script))
        (Invoke-ChildPowerShell '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand', $encoded).Lines
    }
}

Describe 'The manifest' {
    It 'is valid' {
        $found = Test-ModuleManifest $script:manifestPath -WarningAction Stop -ErrorAction Stop
        $found.Name | Should -BeExactly 'OctaEInvoice'
        $found.Version | Should -Be $script:manifest.ModuleVersion
        $found.Guid | Should -Be '6b0f3e0c-4f0e-4b43-9d0a-5b8a1f6f1d27'
    }

    It 'names exactly the cmdlets that the module brings' {
        $brought = (Get-Command -Module OctaEInvoice -CommandType Cmdlet).Name | Sort-Object
        $brought | Should -Be ($script:manifest.CmdletsToExport | Sort-Object)
        (Get-Module OctaEInvoice).ExportedCmdlets.Keys | Sort-Object | Should -Be $brought
    }

    It 'exports the aliases, and no function or variable' {
        (Get-Module OctaEInvoice).ExportedAliases.Keys | Sort-Object | Should -Be ($script:manifest.AliasesToExport | Sort-Object)
        (Get-Module OctaEInvoice).ExportedFunctions.Count | Should -Be 0
        (Get-Module OctaEInvoice).ExportedVariables.Count | Should -Be 0
    }

    It 'lets <Alias> stand for <Cmdlet>' -ForEach @(
        @{ Alias = 'Cancel-OctaIrn'; Cmdlet = 'Stop-OctaIrn' }
        @{ Alias = 'Cancel-OctaEwb'; Cmdlet = 'Stop-OctaEwb' }
    ) {
        (Get-Alias $Alias).ResolvedCommand.Name | Should -BeExactly $Cmdlet
    }

    It 'exports by name, so that the module loads at the first use of a cmdlet' {
        $script:manifest.CmdletsToExport | Where-Object { $_ -match '[*?]' } | Should -BeNullOrEmpty
    }
}

Describe 'Importing' {
    It 'says nothing: no warning, no error, no output' {
        Invoke-Fresh "Import-Module '$($script:manifestPath)'" | Should -BeNullOrEmpty
    }

    It 'can be done twice with -Force' {
        Invoke-Fresh "Import-Module '$($script:manifestPath)'; Import-Module '$($script:manifestPath)' -Force; (Get-Command -Module OctaEInvoice -CommandType Cmdlet).Count" |
            Should -Be $script:manifest.CmdletsToExport.Count
    }

    It 'makes the types of results known before any cmdlet ran' {
        Invoke-Fresh "Import-Module '$($script:manifestPath)'; [OctaEInvoice.IrnResult].FullName; [OctaEInvoice.OctaInvoice].FullName" |
            Should -Be 'OctaEInvoice.IrnResult', 'OctaEInvoice.OctaInvoice'
    }

    It 'leaves the Engine, the Sandbox and their libraries unloaded' {
        $loaded = Invoke-Fresh "Import-Module '$($script:manifestPath)'; [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { `$_.GetName().Name } | Where-Object { `$_ -match 'OctaEInvoice|Polly|QRCoder|LibJpeg' } | Sort-Object"
        $loaded | Should -Be 'OctaEInvoice', 'OctaEInvoice.Model'
    }
}

Describe 'Every cmdlet' {
    It '<_> has an approved verb' -ForEach $data.CmdletsToExport {
        (Get-Verb).Verb | Should -Contain ($_ -split '-')[0]
    }

    It '<_> says what it puts out' -ForEach $data.CmdletsToExport {
        $type = (Get-Command $_).ImplementingType
        @($type.GetCustomAttributes([Management.Automation.OutputTypeAttribute], $false)).Count | Should -BeGreaterThan 0
    }

    It '<_> asks before it changes something (-WhatIf and -Confirm)' -ForEach $script:changing {
        (Get-Command $_).Parameters.Keys | Should -Contain 'WhatIf'
        (Get-Command $_).Parameters.Keys | Should -Contain 'Confirm'
    }

    It '<Cmdlet> has ConfirmImpact <Impact>' -ForEach @(
        @{ Cmdlet = 'Stop-OctaIrn'; Impact = 'High' }
        @{ Cmdlet = 'Stop-OctaEwb'; Impact = 'High' }
        @{ Cmdlet = 'New-OctaIrn'; Impact = 'Medium' }
        @{ Cmdlet = 'New-OctaEwb'; Impact = 'Medium' }
        @{ Cmdlet = 'New-OctaPaymentQr'; Impact = 'Medium' }
        @{ Cmdlet = 'Save-OctaDocument'; Impact = 'Medium' }
    ) {
        (Get-Command $Cmdlet).ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)[0].ConfirmImpact | Should -Be $Impact
    }

    It '<_> takes no date or amount of a type that PowerShell would read by the culture' -ForEach $data.CmdletsToExport {
        (Get-Command $_).Parameters.Values |
            Where-Object { $_.ParameterType -in [DateTime], [DateTimeOffset], [decimal], [Nullable[DateTime]], [Nullable[decimal]] } |
            ForEach-Object Name | Should -BeNullOrEmpty
    }
}

Describe 'NIC''s names as aliases of parameters' {
    It '<Cmdlet> -<Alias> is -<Name>' -ForEach @(
        @{ Cmdlet = 'Get-OctaIrn'; Alias = 'Typ'; Name = 'DocumentType' }
        @{ Cmdlet = 'Get-OctaIrn'; Alias = 'No'; Name = 'DocumentNumber' }
        @{ Cmdlet = 'Get-OctaIrn'; Alias = 'Dt'; Name = 'DocumentDate' }
        @{ Cmdlet = 'Get-OctaDocIrnInfo'; Alias = 'Typ'; Name = 'DocumentType' }
        @{ Cmdlet = 'Get-OctaDocIrnInfo'; Alias = 'No'; Name = 'DocumentNumber' }
        @{ Cmdlet = 'Get-OctaDocIrnInfo'; Alias = 'Dt'; Name = 'DocumentDate' }
        @{ Cmdlet = 'Stop-OctaIrn'; Alias = 'CnlRsn'; Name = 'Reason' }
        @{ Cmdlet = 'Stop-OctaIrn'; Alias = 'CnlRem'; Name = 'Remark' }
        @{ Cmdlet = 'Stop-OctaEwb'; Alias = 'EwbNo'; Name = 'EwbNumber' }
        @{ Cmdlet = 'Stop-OctaEwb'; Alias = 'CancelRsnCode'; Name = 'Reason' }
        @{ Cmdlet = 'Stop-OctaEwb'; Alias = 'CancelRmrk'; Name = 'Remark' }
        @{ Cmdlet = 'New-OctaEwb'; Alias = 'TransMode'; Name = 'TransportMode' }
        @{ Cmdlet = 'New-OctaEwb'; Alias = 'TransId'; Name = 'TransporterId' }
        @{ Cmdlet = 'New-OctaEwb'; Alias = 'TransName'; Name = 'TransporterName' }
        @{ Cmdlet = 'New-OctaEwb'; Alias = 'TransDocNo'; Name = 'TransportDocumentNumber' }
        @{ Cmdlet = 'New-OctaEwb'; Alias = 'TransDocDt'; Name = 'TransportDocumentDate' }
        @{ Cmdlet = 'New-OctaEwb'; Alias = 'VehNo'; Name = 'VehicleNumber' }
        @{ Cmdlet = 'New-OctaEwb'; Alias = 'VehType'; Name = 'VehicleType' }
        @{ Cmdlet = 'New-OctaEwb'; Alias = 'ExpShipDtls'; Name = 'ShipTo' }
        @{ Cmdlet = 'New-OctaEwb'; Alias = 'DispDtls'; Name = 'DispatchFrom' }
    ) {
        (Get-Command $Cmdlet).Parameters[$Name].Aliases | Should -Contain $Alias
    }
}

Describe 'Results pipe by the names of parameters downstream' {
    It '<Name> of New-OctaIrn''s result is a parameter by property name of <Cmdlet>' -ForEach @(
        foreach ($cmdlet in 'Get-OctaIrn', 'Get-OctaEwb', 'New-OctaEwb', 'Stop-OctaIrn') { foreach ($name in 'Gstin', 'Irn') { @{ Cmdlet = $cmdlet; Name = $name } } }
        foreach ($cmdlet in 'Get-OctaIrn', 'Get-OctaDocIrnInfo') { foreach ($name in 'DocumentType', 'DocumentNumber', 'DocumentDate') { @{ Cmdlet = $cmdlet; Name = $name } } }
        @{ Cmdlet = 'Stop-OctaEwb'; Name = 'EwbNumber' }
    ) {
        [OctaEInvoice.IrnResult].GetProperty($Name) | Should -Not -BeNullOrEmpty
        @((Get-Command $Cmdlet).Parameters[$Name].Attributes | Where-Object { $_.ValueFromPipelineByPropertyName }).Count | Should -BeGreaterThan 0
    }
}

Describe 'Dates and times of results in <_>' -ForEach 'en-US', 'en-IN', 'de-DE' {
    BeforeAll {
        $script:culture = $_
        $script:date = [OctaEInvoice.IndiaDate]::new([DateTime]::new(2026, 5, 4))
        $script:time = [OctaEInvoice.IndiaTime]::new([DateTimeOffset]::new(2026, 5, 4, 17, 23, 45, [TimeSpan]::FromMinutes(330)))
        $script:result = [OctaEInvoice.IrnResult]@{ DocumentDate = $script:date; AckTime = $script:time; InvoiceTotal = 1234567.5 }
    }

    It 'become ISO text' {
        Invoke-WithCulture $script:culture { "$($script:date)"; "$($script:time)" } | Should -Be '2026-05-04', '2026-05-04T17:23:45+05:30'
    }

    It 'print as ISO in lists' {
        $text = Invoke-WithCulture $script:culture { $script:result | Format-List DocumentDate, AckTime | Out-String }
        $text | Should -Match 'DocumentDate : 2026-05-04\s'
        $text | Should -Match 'AckTime      : 2026-05-04T17:23:45\+05:30\s'
    }

    It 'export to CSV as ISO' {
        $line = Invoke-WithCulture $script:culture { $script:result | Select-Object DocumentDate, AckTime | ConvertTo-Csv -NoTypeInformation -Delimiter ',' }
        $line[1] | Should -BeExactly '"2026-05-04","2026-05-04T17:23:45+05:30"'
    }

    It 'go through JSON as ISO' {
        $json = Invoke-WithCulture $script:culture { $script:result | Select-Object DocumentDate, AckTime | ConvertTo-Json -Compress -Depth 3 }
        $json | Should -Match '2026-05-04'
        $json | Should -Match '2026-05-04T17:23:45\+05:30'
        $json | Should -Not -Match '05/04|04\.05'
    }

    It 'go through serialisation as ISO text' {
        $copy = Invoke-WithCulture $script:culture { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($script:result, 3)) }
        "$($copy.DocumentDate)" | Should -BeExactly '2026-05-04'
        "$($copy.AckTime)" | Should -BeExactly '2026-05-04T17:23:45+05:30'
    }

    It 'compare with a DateTime' {
        Invoke-WithCulture $script:culture {
            $script:date -eq [DateTime]::new(2026, 5, 4)
            $script:date -lt [DateTime]::new(2026, 5, 5)
            $script:date -gt [DateTime]::new(2026, 5, 5)
        } | Should -Be $true, $true, $false
    }

    It 'and the total print with a point in the table' {
        $script:result.Outcome = 'Registered'
        Invoke-WithCulture $script:culture { $script:result | Out-String -Width 120 } | Should -Match '1234567\.50 2026-05-04'
    }
}

Describe 'Default views on a console 80 columns wide' {
    It 'show outcome, key, IRN with the mark of the sandbox and total, whole' {
        $result = [OctaEInvoice.IrnResult]@{
            Outcome = 'Registered'; DocumentType = 'INV'; DocumentNumber = 'ABCDEFGHIJ/12345'; DocumentDate = [OctaEInvoice.IndiaDate]::new([DateTime]::new(2026, 5, 4))
            BuyerGstin = '29AAHCK7310R1ZV'; InvoiceTotal = 12345678901.55; EwbNumber = '191000000001'; Sandbox = $true
            Irn = '35054cc24d97033afc24f49ec4444dbab81f542c555f9d30359dc75794e06bbe'
        }
        $lines = @(($result | Out-String -Width 80) -split '\r?\n' | Where-Object { $_.Trim() })
        $lines[0].TrimEnd() | Should -BeExactly 'Outcome    Type Number           Irn or error                             Total'
        $lines[2].TrimEnd() | Should -BeExactly 'Registered INV  ABCDEFGHIJ/12345 35054cc24d97033a.. (sandbox)    12345678901.55'
    }

    It 'show the codes of a refused document and never cut the mark: <Codes>' -ForEach @(
        @{ Codes = 'OCTA-028,2265'; Shown = 'OCTA-028,2265 (sandbox)' }
        @{ Codes = 'OCTA-021,5002,OCTA-022,OCTA-024'; Shown = 'OCTA-021,5002,OCTA-.. (sandbox)' }
    ) {
        $result = [OctaEInvoice.IrnResult]@{ Outcome = 'Rejected'; DocumentType = 'INV'; DocumentNumber = 'A/1'; ErrorCode = $Codes; Sandbox = $true }
        ($result | Out-String -Width 80) | Should -Match "Rejected +INV +A/1 +$([regex]::Escape($Shown))\s"
    }

    It 'show why a document was left out, in words, where there is no code' {
        $result = [OctaEInvoice.IrnResult]@{ Outcome = 'Skipped'; DocumentType = 'INV'; DocumentNumber = 'A/1'; ErrorMessage = 'Not sent: the run ended before it. No balance.' }
        ($result | Out-String -Width 80) | Should -Match 'Skipped +INV +A/1 +Not sent: the run ended befor\.\.'
    }

    It 'show number, IRN and validity of an e-way bill' {
        $ewb = [OctaEInvoice.EwbResult]@{ EwbStatus = 'Active'; EwbNumber = '191000000001'; Irn = 'a' * 64; Sandbox = $true }
        ($ewb | Out-String -Width 80) | Should -Match 'Active +191000000001 a{16}\.\. \(sandbox\)'
        ($ewb | Out-String -Width 80) | Should -Match 'Valid till'
    }
}

Describe 'Default views on a console 120 columns wide' {
    It 'show a registered document on one line, with outcome, key, buyer, total, e-way bill and the beginning of the IRN' {
        $result = [OctaEInvoice.IrnResult]@{
            Outcome = 'Registered'; DocumentType = 'INV'; DocumentNumber = 'ABCDEFGHIJ/12345'; DocumentDate = [OctaEInvoice.IndiaDate]::new([DateTime]::new(2026, 5, 4))
            BuyerGstin = '29AAHCK7310R1ZV'; InvoiceTotal = 12345678901.55; EwbNumber = '191000000001'; Sandbox = $true
            Irn = '35054cc24d97033afc24f49ec4444dbab81f542c555f9d30359dc75794e06bbe'
        }
        $lines = @(($result | Out-String -Width 120) -split '\r?\n' | Where-Object { $_.Trim() })
        $lines.Count | Should -Be 3
        $lines | ForEach-Object { $_.TrimEnd().Length } | Measure-Object -Maximum | ForEach-Object Maximum | Should -BeLessOrEqual 120
        $lines[0] -split '\s+' | Where-Object { $_ } | Should -Be 'Outcome', 'Type', 'Number', 'Irn', 'or', 'error', 'Total', 'Date', 'EWB', 'Buyer'
        $lines[2].TrimEnd() | Should -BeExactly 'Registered INV  ABCDEFGHIJ/12345 35054cc24d97033a.. (sandbox)    12345678901.55 2026-05-04 191000000001 29AAHCK7310R1ZV'
    }

    It 'show the codes of a rejected document where its IRN would be' {
        $result = [OctaEInvoice.IrnResult]@{ Outcome = 'Rejected'; DocumentType = 'INV'; DocumentNumber = 'A/1'; ErrorCode = 'OCTA-028,2265' }
        ($result | Out-String -Width 120) | Should -Match 'Rejected +INV +A/1 +OCTA-028,2265'
    }

    It 'show a table of at most 120 columns for <Type>' -ForEach @(
        @{ Type = 'EwbResult'; Shows = '191000000001'; Value = @{ Gstin = '27AADCV4821M1Z0'; Irn = 'a' * 64; EwbNumber = '191000000001'; EwbStatus = 'Active' } }
        @{ Type = 'CancelResult'; Shows = 'aaaaaaaaaaaaaaaa'; Value = @{ Gstin = '27AADCV4821M1Z0'; Irn = 'a' * 64 } }
        @{ Type = 'GstinInfo'; Shows = 'MANHARBHAI VISHNUBHAI MISTRI'; Value = @{ Gstin = '24ACPPM5624F1ZK'; LegalName = 'MANHARBHAI VISHNUBHAI MISTRI'; TradeName = 'SHASTRI TROLLY WORKS'; Status = 'ACT' } }
        @{ Type = 'ErrorInfo'; Shows = '2150'; Value = @{ Code = '2150'; Meaning = 'Duplicate IRN' } }
        @{ Type = 'DocumentCheck'; Shows = 'A/1'; Value = @{ DocumentType = 'INV'; DocumentNumber = 'A/1'; IsValid = $false; ErrorCount = 2 } }
    ) {
        $object = New-Object "OctaEInvoice.$Type"
        foreach ($name in $Value.Keys) { [OctaEInvoice.IrnResult].Assembly.GetType("OctaEInvoice.$Type").GetProperty($name).SetValue($object, [Management.Automation.LanguagePrimitives]::ConvertTo($Value[$name], $object.GetType().GetProperty($name).PropertyType)) }
        $lines = @(($object | Out-String -Width 120) -split '\r?\n' | Where-Object { $_.Trim() })
        $lines | ForEach-Object { $_.TrimEnd().Length } | Measure-Object -Maximum | ForEach-Object Maximum | Should -BeLessOrEqual 120
        $lines -join "`n" | Should -Match ([regex]::Escape($Shows))
    }
}

Describe 'The scripts of the project' -Skip:(-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
    BeforeDiscovery {
        $root = Join-Path $PSScriptRoot '../..'
        $found = @(
            Get-ChildItem $root -File | Where-Object Extension -in '.ps1', '.psm1', '.psd1'
            foreach ($folder in 'module', 'examples', 'tests', 'tools', 'benchmarks') {
                $path = Join-Path $root $folder
                if (Test-Path $path) { Get-ChildItem $path -Recurse -File -Include *.ps1, *.psm1, *.psd1 | Where-Object FullName -notmatch '[\\/](bin|obj|artifacts)[\\/]' }
            }
        )
        $script:scripts = $found | ForEach-Object { @{ Name = $_.Name; Path = $_.FullName; Exclude = @() } }
        # What Pester's scopes, its tables and tests of aliases and secrets look like to rules made for scripts.
        $scopes = 'PSUseDeclaredVarsMoreThanAssignments', 'PSReviewUnusedParameter', 'PSUseUsingScopeModifierInNewRunspaces', 'PSAvoidUsingPositionalParameters'
        $made = 'PSUseShouldProcessForStateChangingFunctions', 'PSAvoidUsingCmdletAliases', 'PSAvoidUsingPlainTextForPassword', 'PSUsePSCredentialType', 'PSAvoidUsingConvertToSecureStringWithPlainText', 'PSAvoidUsingWriteHost'
        foreach ($entry in $script:scripts) {
            # The rule takes the parameters of a script block for variables of the script round it.
            $entry.Exclude = if ($entry.Path -match '[\\/]tests[\\/]') { $scopes + $made } else { 'PSUseUsingScopeModifierInNewRunspaces' }
        }
    }

    It '<Name> leaves PSScriptAnalyzer nothing to say' -ForEach $script:scripts {
        Invoke-ScriptAnalyzer -Path $Path -ExcludeRule $Exclude | ForEach-Object { "$($_.ScriptName):$($_.Line) $($_.RuleName)" } | Should -BeNullOrEmpty
    }
}
