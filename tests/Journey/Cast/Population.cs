namespace IntegrationPlatform.Journey.Cast;

/// <summary>Makes up households: the same seed gives the same people.</summary>
public static class Population
{
    private const int DufSerials = 1_000_000;

    // Households of one to six, in the shares of an ordinary selection (S1): many come alone.
    private static readonly int[] Sizes = [1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6];

    /// <summary>Households with this many people in all.</summary>
    /// <param name="residents">How many people.</param>
    /// <param name="seed">What they are made from.</param>
    /// <param name="arrival">The day by which their ages count.</param>
    public static IReadOnlyList<Household> Make(int residents, int seed, DateOnly arrival)
    {
        var random = new Random(seed);
        var households = new List<Household>();
        var serial = (int)((long)seed * 2003 % DufSerials);
        for (var left = residents; left > 0; left -= households[^1].Members.Count)
        {
            var size = Math.Min(left, Sizes[random.Next(Sizes.Length)]);
            households.Add(new Household(households.Count + 1, [.. Members(size)]));
        }

        return households;

        IEnumerable<Person> Members(int size)
        {
            var book = Pick(NameBook.All);
            var family = Pick(book.FamilyNames);
            var adults = size == 1 ? 1 : random.Next(1, 3);
            for (var member = 0; member < size; member++)
            {
                var adult = member < adults;
                var age = adult ? random.Next(19, 56) : random.Next(1, 17);
                var born = arrival.AddYears(-age).AddDays(-random.Next(1, 360));
                serial = (serial + 1) % DufSerials;
                var duf = Duf.Number(arrival.Year, serial);
                yield return new Person(duf, $"{Pick(book.GivenNames)} {family}", born, book.Language, adult);
            }
        }

        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }
}
