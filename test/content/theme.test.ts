import { describe, expect, it } from 'vitest';
import { lightness } from '../../src/content/theme.ts';

describe('lightness of a colour as browsers compute it', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(0, 0, 0, 0.9)', 0],
    ['oklch(0.13 0.028 261.692)', 0.13],
    ['oklab(0.985 0 0)', 0.985],
    ['lab(2.5 0 0)', 0.025],
    ['color(srgb 1 1 1)', 1],
  ])('%s is %d', (colour, expected) => {
    expect(lightness(colour)).toBeCloseTo(expected, 3);
  });

  it('does not judge by what is transparent or unknown', () => {
    expect(lightness('rgba(0, 0, 0, 0)')).toBeUndefined();
    expect(lightness('oklch(0.5 0 0 / 0.1)')).toBeUndefined();
    expect(lightness('transparent')).toBeUndefined();
  });
});
