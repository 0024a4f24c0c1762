# The columns of own-columns.csv, as the accounting program exports them, and the fields that they hold.
# Use it so:  Import-Csv own-columns.csv -Encoding UTF8 | ConvertTo-OctaInvoice -ColumnMap own-columns.psd1
# docs/csv-format.md lists all fields. The column 'Godown' holds none, so a warning names it once.
@{
    'Vch Type'      = 'DocumentType'
    'Bill No'       = 'DocumentNumber'
    'Bill Date'     = 'DocumentDate'
    'Party Name'    = 'BuyerLegalName'
    'Party GSTIN'   = 'BuyerGstin'
    'Party Address' = 'BuyerAddress1'
    'City'          = 'BuyerLocation'
    'PIN'           = 'BuyerPin'
    'Item Name'     = 'Description'
    'HSN/SAC'       = 'HsnCode'
    'Qty'           = 'Quantity'
    'UOM'           = 'Unit'
    'Rate'          = 'UnitPrice'
    'Disc Amt'      = 'ItemDiscount'
    'GST %'         = 'GstRate'
    'Bill Amount'   = 'InvoiceTotal'
    'Against Bill'  = 'PrecedingDocumentNumber'
    'Against Date'  = 'PrecedingDocumentDate'
}
