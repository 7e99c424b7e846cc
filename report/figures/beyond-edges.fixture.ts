import { textWidth } from './text-width.ts';

/** Lines of text in a picture that stick out of it, by the width of their letters. */
export function beyondEdges(svg: string, width: number): string[] {
  return [...svg.matchAll(/<text x="([-\d.]+)"([^>]*)>(.*?)<\/text>/g)].flatMap(
    ([, x, attributes, inner]) => {
      const size = Number(/font-size="(\d+)"/.exec(attributes!)![1]);
      const weight = attributes!.includes('"600"') ? 'semibold' : 'regular';
      const anchor = /text-anchor="(\w+)"/.exec(attributes!)![1];
      const lines = inner!.includes('<tspan')
        ? [...inner!.matchAll(/>([^<]+)</g)].map(([, line]) => line!)
        : [inner!];
      return lines.filter((line) => {
        const wide = textWidth(line.replaceAll(/&#?\w+;/g, 'x'), size, weight);
        const left = Number(x) - (anchor === 'middle' ? wide / 2 : anchor === 'end' ? wide : 0);
        return left < -1 || left + wide > width + 1;
      });
    },
  );
}
