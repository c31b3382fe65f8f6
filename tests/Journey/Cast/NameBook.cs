namespace IntegrationPlatform.Journey.Cast;

/// <summary>Common names from a language's area; combined at random they name nobody in particular.</summary>
/// <param name="Language">The language, as the platform codes it (MAP-3).</param>
/// <param name="GivenNames">First names.</param>
/// <param name="FamilyNames">Family names, or fathers' and grandfathers' names where those follow.</param>
public sealed record NameBook(string Language, string[] GivenNames, string[] FamilyNames)
{
    /// <summary>The languages that arrivals speak here, the most frequent first.</summary>
    public static IReadOnlyList<NameBook> All { get; } =
    [
        new(
            "ar",
            ["Amal", "Bilal", "Dima", "Faris", "Hala", "Jamil", "Layla", "Nabil", "Rana", "Samir", "Yara", "Ziad"],
            ["al-Ahmad", "Darwish", "Haddad", "al-Khatib", "Mansour", "Najjar", "Sabbagh", "Zeidan"]
        ),
        new(
            "ti",
            ["Abel", "Biniam", "Feven", "Helen", "Luwam", "Meron", "Natnael", "Rahwa", "Selam", "Yonas"],
            ["Berhane", "Ghebremedhin", "Habte", "Kidane", "Mehari", "Tesfay", "Weldu", "Yohannes"]
        ),
        new(
            "so",
            ["Abdi", "Asha", "Ayaan", "Faduma", "Guled", "Hodan", "Idil", "Liban", "Sagal", "Warsame"],
            ["Abdullahi", "Dahir", "Farah", "Hassan", "Jama", "Mohamud", "Nur", "Osman"]
        ),
        new(
            "fa-AF",
            ["Arezo", "Farhad", "Jawad", "Laila", "Mahdi", "Nasrin", "Parwana", "Reza", "Zahra", "Zaki"],
            ["Akbari", "Haidari", "Hosseini", "Jafari", "Karimi", "Mohammadi", "Rahimi", "Sharifi"]
        ),
        new(
            "ps",
            ["Asad", "Gul", "Hamid", "Khatera", "Malalai", "Noor", "Spogmai", "Zalmai"],
            ["Ahmadzai", "Khan", "Mohmand", "Safi", "Stanikzai", "Wardak"]
        ),
        new(
            "ku",
            ["Azad", "Berfin", "Ciwan", "Dilan", "Evîn", "Rojda", "Serhat", "Zîn"],
            ["Aydin", "Bozan", "Demir", "Hesen", "Osê", "Şêxo"]
        ),
        new(
            "am",
            ["Abebe", "Bethlehem", "Dawit", "Eden", "Hana", "Kaleb", "Mekdes", "Tigist"],
            ["Alemu", "Bekele", "Desta", "Girma", "Haile", "Tadesse"]
        ),
        new(
            "sw",
            ["Amani", "Baraka", "Esperance", "Furaha", "Imani", "Neema", "Patience", "Zawadi"],
            ["Bahati", "Kabila", "Lukusa", "Mbuyi", "Mwamba", "Ngoy"]
        ),
        new(
            "uk",
            ["Andrij", "Bohdan", "Iryna", "Kateryna", "Mykola", "Oksana", "Taras", "Yulija"],
            ["Bondarenko", "Kovalenko", "Lysenko", "Melnyk", "Shevchenko", "Tkachenko"]
        ),
        new(
            "ru",
            ["Aleksej", "Darja", "Jelena", "Ksenija", "Maksim", "Nikita"],
            ["Fedotov", "Isajev", "Kuznetsov", "Morozov"]
        ),
    ];
}
