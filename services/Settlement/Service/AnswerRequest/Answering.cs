using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Requests;

namespace IntegrationPlatform.Settlement.AnswerRequest;

/// <summary>Whether a request can be answered (SET-3).</summary>
internal static class Answering
{
    /// <summary>Why it cannot be answered now by this caller; null when it can.</summary>
    public static ProblemType? Refuses(SettlementRequest? request, Caller caller, DateOnly today)
    {
        if (request is null || !request.IsAsked(caller))
        {
            return Refusals.UnknownRequest;
        }

        return request.State switch
        {
            RequestState.Open => request.IsLate(today) ? Refusals.RequestExpired : null,
            RequestState.Accepted => Refusals.AlreadyAccepted,
            RequestState.Expired => Refusals.RequestExpired,
            _ => Refusals.RequestEnded,
        };
    }
}
