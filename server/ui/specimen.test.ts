import { expect, test } from 'vitest';
import { wordsIn } from '#server/text/words.ts';
import { Specimen, specimenView } from './specimen.tsx';

const html = String(Specimen({ view: specimenView(wordsIn('en')) }));

test('a page has one first heading, a skip link to its main part, and names its program in the title', () => {
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain('<a class="skip" href="#content">');
  expect(html).toContain('<main id="content"');
  expect(html).toContain('<title>What success means · Compass 2027 · Plumbline</title>');
});

test('a page has no style and no script of its own', () => {
  expect(html).not.toMatch(/ style=|<style|<script(?! type="module" src="\/assets\/)| on[a-z]+="/);
});
