const PIECES = 3;
const TRIES = 50;
const LINES_MIN = 3;
const CHARACTERS_MIN = 200;

/**
 * Cuts pieces out of a text, at places that depend on the seed alone.
 * @returns up to three pieces of at least 200 characters or three whole lines; none of a text that is smaller
 */
export function piecesOf(text: string, seed: string): readonly string[] {
  const next = randomFrom(seed);
  const pieces: string[] = [];
  for (let tries = 0; tries < TRIES && pieces.length < PIECES; tries++) {
    const start = Math.floor(next() * text.length);
    const piece = text.slice(start, start + Math.floor(next() * (text.length - start)));
    const whole = piece.split('\n').slice(1, -1);
    if (piece.length >= CHARACTERS_MIN || whole.filter((line) => line.trim().length >= 8).length >= LINES_MIN)
      pieces.push(piece);
  }
  return pieces;
}

function randomFrom(seed: string): () => number {
  let state = 7;
  for (const letter of seed) state = (Math.imul(state, 31) + letter.charCodeAt(0)) & 0x7fffffff;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
