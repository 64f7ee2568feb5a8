/** A PNG of one red pixel. */
export const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

/** Resources that the suite lists, reads and subscribes to. */
export const fixtureResources = [
  { uri: 'test://static-text', name: 'static-text', description: 'A text', mimeType: 'text/plain' },
  { uri: 'test://static-binary', name: 'static-binary', description: 'A picture', mimeType: 'image/png' },
  {
    uri: 'test://watched-resource',
    name: 'watched-resource',
    description: 'A text to subscribe to',
    mimeType: 'text/plain',
  },
];

/** The suite's one template. */
export const fixtureTemplates = [
  {
    uriTemplate: 'test://template/{id}/data',
    name: 'template',
    description: 'JSON by id',
    mimeType: 'application/json',
  },
];

const TEXTS = new Map([
  ['test://static-text', 'This is the content of the static text resource.'],
  ['test://watched-resource', 'Watched.'],
]);

/** Reads a fixture; `undefined` when there is none of that URI. */
export function readFixtureResource(uri: string): object | undefined {
  const hints = { ttlMs: 0, cacheScope: 'public' };
  const text = TEXTS.get(uri);
  if (text !== undefined) return { ...hints, contents: [{ uri, mimeType: 'text/plain', text }] };
  if (uri === 'test://static-binary') return { ...hints, contents: [{ uri, mimeType: 'image/png', blob: PIXEL }] };
  const id = /^test:\/\/template\/([^/]+)\/data$/.exec(uri)?.[1];
  if (id === undefined) return undefined;
  return {
    ...hints,
    contents: [
      {
        uri,
        mimeType: 'application/json',
        text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }),
      },
    ],
  };
}
