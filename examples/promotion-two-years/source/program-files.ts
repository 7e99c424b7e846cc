import { writeFileSync } from 'node:fs';
import { dateOf } from './employee.ts';
import { type WorldPerson, type WorldSettings, programWorld } from './program-world.ts';

const HORIZON_DAYS = 730;

/**
 * Writes people.csv and events.csv of a made-up program, and truth.json beside the script that calls it.
 *
 * Everybody on file is a possible comparison person; participants have a second row, because before their place they were
 * comparison people too.
 *
 * @param folder where people.csv and events.csv go; ends in a slash
 * @param truth where the truth goes
 */
export function writeProgramFiles(settings: WorldSettings, folder: URL, truth: URL): void {
  const people = programWorld(settings);
  const facts = (person: WorldPerson): string =>
    [dateOf(person.hired), person.department, person.grade, person.tenureYears, person.lastRating ?? '', person.pastPromotions].join(',');
  const rows = people.flatMap((person) => [
    `${person.key},comparison,,,,${facts(person)}`,
    ...(person.place
      ? [`${person.key},participant,${dateOf(person.place.day)},${person.place.cohort},${person.place.mentor},${facts(person)}`]
      : []),
  ]);
  const events = people.flatMap((person) => person.events.map(({ day, kind }) => `${person.key},${dateOf(day)},${kind},`));
  const header = 'person,arm,index,cohort,mentor,hired,department,grade,tenure_years,last_rating,past_promotions';
  writeFileSync(new URL('people.csv', folder), [header, ...rows, ''].join('\n'));
  writeFileSync(new URL('events.csv', folder), ['person,date,kind,value', ...events.sort(), ''].join('\n'));
  writeFileSync(truth, `${JSON.stringify({ settings, ...truthOf(people, settings) }, null, 2)}\n`);
}

/**
 * What the program did to those who took part, by construction: for each participant the chance of a promotion within 730 days
 * with and without it, with leaving as a competing event. Both paces are constant, so the chances have a closed form,
 * p ÷ (p + e) × (1 − exp(−730 (p + e))).
 */
function truthOf(people: readonly WorldPerson[], settings: WorldSettings) {
  const participants = people.filter((person) => person.place);
  const mean = (value: (person: WorldPerson) => number): number =>
    participants.reduce((sum, person) => sum + value(person) / participants.length, 0);
  const promoted = (ratio: number, exitRatio: number) =>
    mean(({ promotionPerDay, exitPerDay }) => {
      const promotion = promotionPerDay * ratio;
      const all = promotion + exitPerDay * exitRatio;
      return (promotion / all) * -Math.expm1(-all * HORIZON_DAYS);
    });
  const stayed = (exitRatio: number) => mean(({ exitPerDay }) => Math.exp(-exitPerDay * exitRatio * HORIZON_DAYS));
  const withProgram = { promoted: promoted(settings.promotionRatio, settings.exitRatio), stayed: stayed(settings.exitRatio) };
  const without = { promoted: promoted(1, 1), stayed: stayed(1) };
  return {
    participants: participants.length,
    withProgram,
    without,
    difference: { promoted: withProgram.promoted - without.promoted, stayed: withProgram.stayed - without.stayed },
  };
}
