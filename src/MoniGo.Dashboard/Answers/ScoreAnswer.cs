using System.Collections.Immutable;

namespace MoniGo.Dashboard;

/// <summary>A verdict and what it rests on.</summary>
/// <param name="Score">From 0 (bad) to 100 (good); null when a reading is missing, so that there is no verdict.</param>
/// <param name="Grade">The verdict in a word.</param>
/// <param name="Message">The verdict in a sentence.</param>
/// <param name="Detail">The small line under the grade.</param>
/// <param name="Tone">How it stands.</param>
/// <param name="Parts">What it rests on.</param>
internal sealed record ScoreAnswer(
    double? Score, string Grade, string Message, string Detail, Tone Tone, ImmutableArray<ScorePart> Parts);
