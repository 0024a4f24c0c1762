using System.Globalization;

namespace OctaEInvoice.Engine.Schema;

/// <summary>Reads a pattern of fields.json into the alternatives of runs that it means.</summary>
internal sealed class TextPatternReader(string pattern, int start, int end)
{
    private int position = start;

    internal TextRun[][] Read()
    {
        List<List<TextRun>> alternatives = ReadAlternatives();
        if (position != end)
            throw NotUnderstood();
        foreach (List<TextRun> runs in alternatives)
            RefuseAmbiguous(runs);
        return [.. alternatives.ConvertAll(runs => runs.ToArray())];
    }

    private List<List<TextRun>> ReadAlternatives()
    {
        List<List<TextRun>> alternatives = ReadSequence();
        while (position < end && pattern[position] == '|')
        {
            position++;
            alternatives.AddRange(ReadSequence());
        }
        return alternatives;
    }

    private List<List<TextRun>> ReadSequence()
    {
        List<List<TextRun>> sequences = [[]];
        while (position < end && pattern[position] is not ('|' or ')'))
        {
            List<List<TextRun>> next = pattern[position] == '(' ? ReadGroup() : [[ReadRun()]];
            sequences = Joined(sequences, next);
        }
        return sequences;
    }

    private List<List<TextRun>> ReadGroup()
    {
        position++;
        List<List<TextRun>> alternatives = ReadAlternatives();
        if (position >= end || pattern[position] != ')')
            throw NotUnderstood();
        position++;
        return alternatives;
    }

    private TextRun ReadRun()
    {
        TextRun one = pattern[position] == '[' ? ReadClass() : OneOf(Literal());
        (int min, int max) = ReadCount();
        return one.Counted(min, max);
    }

    private char Literal()
    {
        char c = pattern[position++];
        return "?*+{}]\\.^$".IndexOf(c) < 0 ? c : throw NotUnderstood();
    }

    private TextRun ReadClass()
    {
        position++;
        bool isNegated = pattern[position] == '^';
        if (isNegated)
            position++;
        ulong low = 0;
        ulong high = 0;
        while (pattern[position] != ']')
        {
            char first = Member();
            char last = first;
            if (pattern[position] == '-' && pattern[position + 1] != ']')
            {
                position++;
                last = Member();
            }
            for (char c = first; c <= last; c++)
                Include(c, ref low, ref high);
        }
        position++;
        return isNegated ? new TextRun(~low, ~high, beyondAscii: true, 1, 1) : new TextRun(low, high, beyondAscii: false, 1, 1);
    }

    private char Member()
    {
        if (pattern[position] == '\\')
            position++;
        char c = pattern[position++];
        return c < 128 ? c : throw NotUnderstood();
    }

    private (int Min, int Max) ReadCount()
    {
        switch (position < end ? pattern[position] : '\0')
        {
            case '*':
                position++;
                return (0, int.MaxValue);
            case '+':
                position++;
                return (1, int.MaxValue);
            case '{':
                int close = pattern.IndexOf('}', position);
                string[] bounds = pattern.Substring(position + 1, close - position - 1).Split(',');
                position = close + 1;
                int min = int.Parse(bounds[0], CultureInfo.InvariantCulture);
                return (min, bounds.Length == 1 ? min : int.Parse(bounds[1], CultureInfo.InvariantCulture));
            default:
                return (1, 1);
        }
    }

    private void RefuseAmbiguous(List<TextRun> runs)
    {
        for (int i = 0; i + 1 < runs.Count; i++)
            if (!runs[i].IsOfFixedLength && runs[i].SharesWith(runs[i + 1]))
                throw NotUnderstood();
    }

    private FormatException NotUnderstood() => new($"The pattern {pattern} needs more than character classes at {position}.");

    private static TextRun OneOf(char c)
    {
        ulong low = 0;
        ulong high = 0;
        Include(c, ref low, ref high);
        return new TextRun(low, high, beyondAscii: false, 1, 1);
    }

    private static void Include(char c, ref ulong low, ref ulong high)
    {
        if (c < 64)
            low |= 1UL << c;
        else
            high |= 1UL << (c - 64);
    }

    private static List<List<TextRun>> Joined(List<List<TextRun>> before, List<List<TextRun>> after)
    {
        List<List<TextRun>> joined = [];
        foreach (List<TextRun> first in before)
            foreach (List<TextRun> second in after)
                joined.Add([.. first, .. second]);
        return joined;
    }
}
