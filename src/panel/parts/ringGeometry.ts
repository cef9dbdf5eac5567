/** Where one seat of the ring is drawn, in units of the picture. */
export interface Seat {
  readonly x: number;
  readonly y: number;
  /** Where the name stands, outside of the ring, and how it hangs on that point. */
  readonly labelX: number;
  readonly labelY: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export const ring = { width: 400, height: 320, radius: 104, labelGap: 24 } as const;

/** The first seat is at the top; the ring is read clockwise. */
export function seats(count: number): readonly Seat[] {
  return Array.from({ length: count }, (_, index) => seat(index, count));
}

/** The length of the ring's line, for drawing a part of it. */
export const ringLength = 2 * Math.PI * ring.radius;

/** How far the turn has come round: from the top to the seat of the speaker. */
export function turnLength(index: number, count: number): number {
  return count === 0 ? 0 : (ringLength * index) / count;
}

function seat(index: number, count: number): Seat {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const outside = ring.radius + ring.labelGap;
  return {
    x: ring.width / 2 + ring.radius * cos,
    y: ring.height / 2 + ring.radius * sin,
    labelX: ring.width / 2 + outside * cos,
    labelY: ring.height / 2 + outside * sin,
    anchor: Math.abs(cos) < 0.25 ? 'middle' : cos > 0 ? 'start' : 'end',
  };
}

/** A name that fits beside its seat. The full one is in the list for screen readers and in the tooltip. */
export function shortName(name: string, most = 12): string {
  const glyphs = [...name];
  return glyphs.length <= most ? name : `${glyphs.slice(0, most - 1).join('')}…`;
}
