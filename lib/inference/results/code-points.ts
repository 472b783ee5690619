const PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;

/**
 * Places in a text as Python counts them, in code points, turned into JavaScript's. Letters beyond the first 65,536,
 * emoji among them, count once there and twice here.
 */
export function codePointPlaces(text: string): (place: number) => number {
  if (!PAIR.test(text)) return (place) => place;
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    places.push(at);
    at += character.length;
  }
  return (place) => (place < 0 ? place : (places[place] ?? at));
}
