import { type Signal, signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelSettings } from '../protocol/panelMessages.js';
import type { Finding } from '../tone/finding.js';
import { carryOver } from './parts/marks.js';

/** What the lazily loaded engine gives; see toneEngine.ts. */
export interface ToneEngine {
  /** Yields between sentences while the person types on. */
  check(text: string): Promise<readonly Finding[]>;
  /** Loads what the first check would have to wait for. */
  warm(): Promise<void>;
}

/** How long the hands must rest before a text is checked, in milliseconds. */
const restMs = 350;

/** What the person and the team want of the engine. */
export type ToneWishes = PanelSettings['tone'];

let engine: Promise<ToneEngine> | undefined;
let wishes: ToneWishes = {
  enabled: false,
  levels: [],
  rules: {},
  allowed: [],
  people: [],
  tools: [],
  phrases: [],
};
/** Until the host has told what is wanted, nothing is checked. */
let off = true;

/** What this person chose to leave as it is, for the length of this retro. Kept in memory alone. */
const ignored = signal<ReadonlySet<string>>(new Set());

/** Takes other wishes; what is typed next is checked by them. */
export function configureTone(newer: ToneWishes): void {
  wishes = newer;
  off = !newer.enabled;
  engine = undefined;
}

/** Loads the engine while nobody types yet: reading it in takes the browser's whole attention for a moment. */
export function warmTone(): void {
  if (!off) {
    const start = () => void load().then((loaded) => loaded.warm(), giveUp);
    requestIdleCallback(start, { timeout: 2000 });
  }
}

export function ignore(finding: Finding): void {
  ignored.value = new Set([...ignored.value, ignoreKey(finding)]);
}

/** The findings of a text that someone is typing. Nothing is computed in the same turn as a key press. */
export function useFindings(text: Signal<string>, paused: boolean): readonly Finding[] {
  const [checked, setChecked] = useState<{ readonly text: string; readonly findings: readonly Finding[] }>({
    text: '',
    findings: [],
  });
  const latest = useRef('');
  const current = text.value;
  latest.current = current;
  useEffect(() => {
    if (off || paused || current.trim() === '') {
      return;
    }
    const timer = setTimeout(() => {
      void check(current).then((findings) => {
        if (latest.current === current) {
          setChecked({ text: current, findings });
        }
      });
    }, restMs);
    return () => clearTimeout(timer);
  }, [current, paused]);
  const findings = checked.text === current ? checked.findings : carryOver(checked.findings, checked.text, current);
  return paused ? [] : findings.filter((finding) => !ignored.value.has(ignoreKey(finding)));
}

/** A failure of the engine leaves the text without underlines; writing goes on. */
async function check(text: string): Promise<readonly Finding[]> {
  try {
    return await (await load()).check(text);
  } catch {
    giveUp();
    return [];
  }
}

function load(): Promise<ToneEngine> {
  engine ??= import('./toneEngine.js').then(({ createToneEngine }) => createToneEngine(wishes));
  return engine;
}

function giveUp(): void {
  off = true;
}

function ignoreKey(finding: Finding): string {
  return `${finding.rule}:${finding.text.toLowerCase()}`;
}
