using System.Text.Json;
using OctaEInvoice.Engine.Documents;
using OctaEInvoice.Engine.Foundation;

namespace OctaEInvoice.Engine.Input;

/// <summary>Cuts JSON text into its documents.</summary>
internal static class JsonDocuments
{
    /// <summary>The objects of a list, or the one object that there is.</summary>
    /// <exception cref="JsonException">The text is no JSON, or neither an object nor a list of objects.</exception>
    internal static IReadOnlyList<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> json)
    {
        ReadOnlyMemory<byte> text = Utf8Json.WithoutByteOrderMark(json);
        var reader = new Utf8JsonReader(text.Span, InvoiceReadContext.ReaderOptions);
        if (!reader.Read())
            throw new JsonException("The JSON text is empty.");
        if (reader.TokenType == JsonTokenType.StartObject)
            return [text];
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A document is a JSON object; this begins with something else.");
        var documents = new List<ReadOnlyMemory<byte>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException($"Entry {documents.Count + 1} of the list is no object.");
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            documents.Add(text.Slice(start, (int)reader.BytesConsumed - start));
        }
        if (reader.Read())
            throw new JsonException("More JSON follows after the list.");
        return documents;
    }
}
