/** The digits of an ID, 5 bits each. */
export const idAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const timeBits = 2n ** 45n;

/** Random bytes, handed in so that tests can repeat them. */
export type RandomBytes = (length: number) => Uint8Array;

const randomText = (random: RandomBytes, length: number): string =>
  Array.from(random(length), (byte) => idAlphabet[byte % 32]).join('');

/**
 * A new claim ID such as `ca-zyh2k9q0p-4m7k2x9a`: the time counted down in ms, then 40 random bits.
 * Claims sorted by ID are newest first, which is what makes the newest-first list one range read.
 * Letters, digits and hyphens only: the ID is also the orchestration's instance ID, which the client does not encode.
 */
export const newClaimId = (now: Date, random: RandomBytes): string => `ca-${countedDown(now)}-${randomText(random, 8)}`;

/** A time as nine characters that sort latest first. */
export const countedDown = (time: Date): string => {
  let rest = timeBits - 1n - BigInt(time.getTime());
  let text = '';
  for (let digit = 0; digit < 9; digit += 1) {
    text = `${idAlphabet[Number(rest % 32n)]}${text}`;
    rest /= 32n;
  }
  return text;
};

/** A new file ID, unique within its claim. */
export const newFileId = (random: RandomBytes): string => `poe-${randomText(random, 12)}`;

export const claimIdPattern = /^ca-[0-9a-hjkmnp-tv-z]{9}-[0-9a-hjkmnp-tv-z]{8}$/;
export const fileIdPattern = /^poe-[0-9a-hjkmnp-tv-z]{12}$/;

/** 128 random bits that are hashed with what a hash must not let anybody guess. */
export const newSalt = (random: RandomBytes): string => Buffer.from(random(16)).toString('hex');
