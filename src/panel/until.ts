import { useEffect, useState } from 'preact/hooks';
import { localTime } from './room.js';

/** Whether that time is still to come; renders again when it has come. */
export function useUntil(until: number | undefined): boolean {
  const [, setPassed] = useState(0);
  const left = until === undefined ? 0 : localTime(until) - Date.now();
  useEffect(() => {
    if (left > 0) {
      const timer = setTimeout(() => setPassed(Date.now()), left);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [until, left]);
  return left > 0;
}
