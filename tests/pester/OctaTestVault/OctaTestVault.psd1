@{
    ModuleVersion     = '1.0.0'
    GUID              = '0f1c6f0c-6b0b-4b25-9a5b-0f3f7a1f5a11'
    Author            = 'OctaEInvoice contributors'
    Description       = 'A vault for tests: it keeps secrets in the memory of the process, and fails on request.'
    PowerShellVersion = '5.1'
    NestedModules     = @('./OctaTestVault.Extension')
    FunctionsToExport = @()
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
    PrivateData       = @{ PSData = @{ Tags = @('SecretManagement') } }
}
