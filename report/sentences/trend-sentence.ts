import type { ShownShareChange, ShownWave, ShownWaveView } from '#evaluation/views/shown-views.ts';
import { counted, plainNumber } from '../figures/amounts.ts';
import { listed } from '../text/listed.ts';
import { text } from '../text/text.ts';
import { scaleName } from './scale-name.ts';
import { waveText } from './wave-text.ts';

/** A longer list of names is better read in the table. */
const MOST_NAMED = 6;

/** The last wave of each scale beside the one before: a sentence for each that changed, and one for those of which that cannot be said. */
export function trendSentences(views: readonly ShownWaveView[]): string[] {
  const changed = views.flatMap(({ change, ...view }) =>
    change === null || change.direction === 'unclear' ? [] : [changeSentence(view, change)],
  );
  const unclear = views
    .filter(({ change }) => change === null || change.direction === 'unclear')
    .map(({ scale, about, who }) => text('trend.named', { scale: scaleName(scale, about), who }));
  if (unclear.length === 0) return changed;
  const rest =
    unclear.length > MOST_NAMED
      ? text('trend.unclear.many', { n: unclear.length })
      : text('trend.unclear', { list: listed(unclear) });
  return [...changed, rest];
}

function changeSentence(view: Omit<ShownWaveView, 'change'>, change: ShownShareChange): string {
  const [before, last] = view.waves.slice(-2) as [ShownWave, ShownWave];
  const said = { scale: scaleName(view.scale, view.about), who: view.who };
  const ways = { before: waveText(before.wave), last: waveText(last.wave) };
  if (change.estimate === null || change.range95 === null)
    return text('trend.words', { ...said, ...ways, direction: change.direction });
  const whole = (share: number) =>
    plainNumber(Math.abs(Math.round(counted({ kind: 'share', unit: '' }, share))), 0);
  const side = (share: number) => (Math.round(share * 100) === 0 ? 'none' : share > 0 ? 'more' : 'fewer');
  const part = (share: number) => text('trend.part', { amount: whole(share), side: side(share) });
  return text('trend.one', {
    ...said,
    ...ways,
    lastAgree: last.count!,
    lastN: last.n,
    beforeAgree: before.count!,
    beforeN: before.n,
    estimate: part(change.estimate),
    low: part(change.range95[0]),
    high: part(change.range95[1]),
  });
}
