import { GATE_TIMES } from '../program-plan.ts';
import { type GoodPractice, activity, setting } from './good-practice.ts';

/** What is owed to everybody. */
export const ETHICS_PRACTICES: readonly GoodPractice[] = [
  {
    id: 'integrity-report',
    requirement: 'S42',
    needs: [
      activity('integrityReport'),
      activity('concerns'),
      setting('purpose.holders', 'integrity-contact', ({ purpose }) =>
        purpose.holders.some(({ role, name }) => role === 'integrity-contact' && name.trim() !== ''),
      ),
    ],
  },
  {
    id: 'ethics-gates',
    requirement: 'S45',
    needs: GATE_TIMES.map((at) =>
      setting('purpose.gates', `gate-${at}`, ({ purpose }) => purpose.gates.some((gate) => gate.at === at)),
    ),
  },
  {
    id: 'minutes-capped',
    requirement: 'G14',
    needs: [setting('privacy.cap', 'cap', ({ privacy: { cap } }) => cap.mentee > 0 && cap.mentor > 0)],
  },
];
