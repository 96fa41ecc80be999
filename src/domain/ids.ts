const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const timeBits = 2n ** 45n;

/** Random bytes, handed in so that tests can repeat them. */
export type RandomBytes = (length: number) => Uint8Array;

const randomText = (random: RandomBytes, length: number): string =>
  Array.from(random(length), (byte) => alphabet[byte % 32]).join('');

/**
 * A new claim ID such as `ca-zyh2k9q0p-4m7k2x9a`: the time counted down in ms, then 40 random bits.
 * Claims sorted by ID are newest first, which is what makes the newest-first list one range read.
 * Letters, digits and hyphens only: the ID is also the orchestration's instance ID, which the client does not encode.
 */
export const newClaimId = (now: Date, random: RandomBytes): string => {
  let rest = timeBits - 1n - BigInt(now.getTime());
  let time = '';
  for (let digit = 0; digit < 9; digit += 1) {
    time = `${alphabet[Number(rest % 32n)]}${time}`;
    rest /= 32n;
  }
  return `ca-${time}-${randomText(random, 8)}`;
};

/** A new file ID, unique within its claim. */
export const newFileId = (random: RandomBytes): string => `poe-${randomText(random, 12)}`;

export const claimIdPattern = /^ca-[0-9a-hjkmnp-tv-z]{9}-[0-9a-hjkmnp-tv-z]{8}$/;
export const fileIdPattern = /^poe-[0-9a-hjkmnp-tv-z]{12}$/;
