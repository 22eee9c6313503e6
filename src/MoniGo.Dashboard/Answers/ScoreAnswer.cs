using System.Collections.Immutable;

namespace MoniGo.Dashboard;

/// <summary>A verdict, from 0 (bad) to 100 (good), and what it rests on.</summary>
internal sealed record ScoreAnswer(double Score, string Grade, Tone Tone, ImmutableArray<ScorePart> Parts);
