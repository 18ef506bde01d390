/** Stations that the reading service knows, each with the words it answers with. The same on every machine. */
const stations: Readonly<Record<string, string>> = {
  harbour: 'Harbour: 11.4 degrees, wind 7 m/s from the west',
  airport: 'Airport: 9.8 degrees, visibility 12 km',
  summit: 'Summit: -3.1 degrees, snow 41 cm',
  river: 'River: level 2.36 m, falling 4 cm an hour',
};

export const stationNames: readonly string[] = Object.keys(stations);

/** @param path of a URL, like `/readings/harbour`; null where there is no such station */
export function readingAt(path: string): string | null {
  const [, station] = /^\/readings\/([a-z]+)$/.exec(path) ?? [];
  return station === undefined ? null : (stations[station] ?? null);
}

/** Path of the list of all stations. */
export const indexPath = '/stations';

/** Every station with the address of its readings, as the service that runs there lists them. */
export function stationIndex(origin: string): { stations: { name: string; url: string }[] } {
  return { stations: stationNames.map((name) => ({ name, url: `${origin}/readings/${name}` })) };
}

/** The reading that the address names, wherever its service runs. */
export function readingOf(url: string): string | null {
  return URL.canParse(url) ? readingAt(new URL(url).pathname) : null;
}
