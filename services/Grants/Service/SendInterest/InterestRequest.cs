using IntegrationPlatform.Grants.Interests;

namespace IntegrationPlatform.Grants.SendInterest;

/// <summary>A municipality's expression of interest as it is sent; every member but the NAV office is needed.</summary>
/// <param name="Municipality">The municipality's number.</param>
/// <param name="Centre">The centre.</param>
/// <param name="CareerCentre">The career centre with its descriptions (a), (b) and (c).</param>
/// <param name="NavOffice">Organisation number of the NAV office, if it takes part.</param>
/// <param name="Ambition">How the centre will be built up and developed.</param>
/// <param name="ReadyToSettle">The municipality is ready to settle the residents within its yearly numbers.</param>
/// <param name="PoliticalReservation">A reservation for political treatment.</param>
/// <param name="LetterOfIntent">The letter of intent.</param>
public sealed record InterestRequest(
    string? Municipality = null,
    CentreRequest? Centre = null,
    CareerCentreRequest? CareerCentre = null,
    string? NavOffice = null,
    string? Ambition = null,
    bool? ReadyToSettle = null,
    bool? PoliticalReservation = null,
    LetterRequest? LetterOfIntent = null
);

/// <summary>The centre.</summary>
/// <param name="Organisation">Organisation number of the operator.</param>
/// <param name="Name">The centre's name.</param>
/// <param name="Operator">What kind of operator runs it.</param>
/// <param name="WholeCentre">Whole centre or department.</param>
/// <param name="Places">Integration places, in persons.</param>
/// <param name="Residents">Residents expected, children included.</param>
public sealed record CentreRequest(
    string? Organisation = null,
    string? Name = null,
    OperatorKind? Operator = null,
    bool? WholeCentre = null,
    int? Places = null,
    int? Residents = null
);

/// <summary>The career centre.</summary>
/// <param name="Organisation">Organisation number.</param>
/// <param name="Establishment">(a) When and how it was established.</param>
/// <param name="Location">(a) Where it is.</param>
/// <param name="Staffing">(a) Who works there.</param>
/// <param name="Competence">(a) What they are trained in.</param>
/// <param name="Offers">(a) What it offers.</param>
/// <param name="Experience">(b) Its experience with newly arrived immigrants.</param>
/// <param name="Capacity">(c) How many residents it can guide at the same time.</param>
public sealed record CareerCentreRequest(
    string? Organisation = null,
    string? Establishment = null,
    string? Location = null,
    string? Staffing = null,
    string? Competence = null,
    string? Offers = null,
    string? Experience = null,
    int? Capacity = null
);

/// <summary>The letter of intent.</summary>
/// <param name="Signatures">One of each party.</param>
public sealed record LetterRequest(List<SignatureRequest?>? Signatures = null);

/// <summary>A party's signature.</summary>
/// <param name="Organisation">Organisation number of the party.</param>
/// <param name="SignedOn">The day it signed.</param>
public sealed record SignatureRequest(string? Organisation = null, DateOnly? SignedOn = null);
