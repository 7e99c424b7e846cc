import { NO_TRENDS, NO_VIEWS } from '#evaluation/views/no-views.fixture.ts';
import { NO_SUBGROUPS } from '#evaluation/subgroups/subgroups-of.ts';
import type { Evaluation, ShownEvaluation } from '#evaluation/evaluation.ts';

/** The inside of a shown evaluation: the same findings with nothing exact known of them. */
export function insideOf(shown: ShownEvaluation): Evaluation {
  return {
    ...shown,
    courses: [],
    measures: [],
    links: [],
    survey: { reliability: [], items: [], trends: [], changes: [], coverage: [] },
    views: NO_VIEWS,
    trends: NO_TRENDS,
    subgroups: NO_SUBGROUPS,
    program: { mentees: 0, mentors: 0, menteesBy: null, mentorsBy: null, pairs: null },
    findings: shown.findings.map(({ shown: _shown, hidden: _hidden, ...finding }) => ({
      ...finding,
      exact: null,
    })),
  };
}
