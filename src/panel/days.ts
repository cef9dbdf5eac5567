/** `2026-11-20` as people here write it: "20 November 2026". */
export function dayInWords(day: string, language = document.documentElement.lang || 'en'): string {
  const date = new Date(`${day}T12:00:00`);
  if (Number.isNaN(date.getTime())) {
    return day;
  }
  return new Intl.DateTimeFormat(safeLanguage(language), { day: 'numeric', month: 'long', year: 'numeric' }).format(
    date,
  );
}

/** The day so many days after another, as `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function safeLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
