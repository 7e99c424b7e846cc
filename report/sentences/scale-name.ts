import { INSTRUMENTS } from '#evaluation/instruments/registry.ts';
import type { WaveView } from '#evaluation/views/wave-view.ts';
import { hasText, text } from '../text/text.ts';

/** A scale as people read it: named by its instrument, else as the file has it; about whom, where it was asked twice. */
export function scaleName(scale: string, about: WaveView['about']): string {
  const instrument = INSTRUMENTS.find(({ scales }) => scales.some(({ id }) => id === scale));
  const key = `instrument.${instrument?.id ?? ''}.scale.${scale}`;
  const name = hasText(key) ? text(key, {}) : scale.replaceAll('_', ' ');
  return about === 'anything' ? name : text('scale.about', { name, about });
}
